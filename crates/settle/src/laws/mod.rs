//! Laws of the inner forms, that hold on every inventory: the solvers of times agree with one another and
//! with the formula. [`random`] makes the inventories.

mod outages;
mod random;
mod stop_formula;
mod survival;

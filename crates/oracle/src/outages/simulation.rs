//! A simulation, minute by minute: at each the largest set of components that may be up together is up.

use super::machine::{Line, LooksAt, Machine, Part, hot};
use super::{Course, Interval};
use crate::standing::{Minutes, NEVER};

/// So many minutes without any change are the end: longer than all timers of one component together.
const QUIET: usize = 90;

/// Longer than any of these worlds takes to come to rest.
const MOST: usize = 4_000;

/// What has been, minute by minute.
struct Past<'m> {
    machine: &'m Machine,
    /// Who was up.
    up: Vec<Vec<bool>>,
    /// Who could have run, and had all that its repair needs.
    ready: Vec<Vec<bool>>,
    /// Who could have run.
    could_run: Vec<bool>,
    /// Of each line, whether what it looks at was lost.
    gone: Vec<Vec<bool>>,
    /// Of each line, whether its owner had lost it.
    lost: Vec<Vec<bool>>,
    /// Of each line that is a group, whether its hot members were fewer than needed.
    short: Vec<Vec<bool>>,
}

impl Machine {
    pub(super) fn course(&self) -> Course {
        let mut past = Past {
            machine: self,
            up: Vec::new(),
            ready: Vec::new(),
            could_run: Vec::new(),
            gone: Vec::new(),
            lost: Vec::new(),
            short: Vec::new(),
        };
        let starts = self.parts.iter().map(|it| it.own).filter(|own| *own < NEVER).max();
        let ends = if self.lasts < NEVER { self.lasts } else { 0 };
        let mut quiet_since = starts.unwrap_or(0).max(ends) as usize;
        while past.up.len() <= quiet_since + QUIET {
            past.minute();
            let now = past.up.len() - 1;
            assert!(now < MOST, "it never comes to rest");
            let before = now.checked_sub(1).map(|it| &past.up[it]);
            if before.is_some_and(|before| *before != past.up[now]) {
                quiet_since = quiet_since.max(now);
            }
        }
        past.told()
    }
}

impl Past<'_> {
    /// One minute more.
    fn minute(&mut self) {
        let (machine, now) = (self.machine, self.up.len());
        let all = 0..machine.parts.len();
        let mut up: Vec<bool> = all.clone().map(|it| self.may_be_up(it, now)).collect();
        self.take_away(&mut up, now, |_| true);
        let mut could_run = vec![false; up.len()];
        for at in all.clone() {
            // Everything outside the circle is as it is.
            let circle = &machine.parts[at].circle;
            let mut running = up.clone();
            circle.iter().for_each(|it| running[*it] = !self.is_off(*it, now));
            self.take_away(&mut running, now, |it| circle.contains(&it));
            could_run[at] = running[at];
        }
        let repaired = |part: &Part| part.repair.iter().all(|it| up[*it]);
        let ready = all.map(|at| could_run[at] && repaired(&machine.parts[at])).collect();
        let mut told = [(); 3].map(|()| vec![false; machine.lines]);
        for line in machine.parts.iter().flat_map(|it| &it.needs) {
            self.tell(line, &up, now, &mut told);
        }
        let [gone, lost, short] = told;
        self.gone.push(gone);
        self.lost.push(lost);
        self.short.push(short);
        self.ready.push(ready);
        self.up.push(up);
        self.could_run = could_run;
    }

    fn is_off(&self, at: usize, now: usize) -> bool {
        let now = now as Minutes;
        self.machine.parts[at].own <= now && now < self.machine.lasts
    }

    /// Whether something may be up as far as the past and the event have a say.
    fn may_be_up(&self, at: usize, now: usize) -> bool {
        let part = &self.machine.parts[at];
        let least = usize::from(!part.repair.is_empty());
        let was_up = now == 0 || self.up[now - 1][at];
        let back = || lasted(now, part.restarts_in.max(least), true, |it| self.ready[it][at]);
        !self.is_off(at, now) && (was_up || back())
    }

    /// Takes away those that have lost something, until nothing changes.
    fn take_away(&self, up: &mut [bool], now: usize, of: impl Fn(usize) -> bool) {
        loop {
            let falls = |at: &usize| {
                let needs = &self.machine.parts[*at].needs;
                of(*at) && up[*at] && needs.iter().any(|it| self.is_lost(it, up, now))
            };
            let fall: Vec<usize> = (0..up.len()).filter(falls).collect();
            if fall.is_empty() {
                return;
            }
            fall.into_iter().for_each(|at| up[at] = false);
        }
    }

    /// Whether what is needed is gone, and has been for longer than that is borne.
    fn is_lost(&self, line: &Line, up: &[bool], now: usize) -> bool {
        let borne = !lasted(now, line.tolerates, false, |it| self.gone[it][line.at]);
        self.is_gone(line, up, now) && !borne
    }

    fn is_gone(&self, line: &Line, up: &[bool], now: usize) -> bool {
        match &line.looks_at {
            LooksAt::One(at) => !up[*at],
            LooksAt::Group { least, of } => {
                let hot_up = self.hot_up(of, up, now);
                let running = |it: &&Line| self.runs(it, line, up, now);
                let cold = of.iter().filter(|it| it.is_cold()).filter(running).count();
                hot_up < *least && hot_up + cold < *least
            }
        }
    }

    fn hot_up(&self, of: &[Line], up: &[bool], now: usize) -> usize {
        of.iter().filter(|it| !it.is_cold() && !self.is_lost(it, up, now)).count()
    }

    /// Whether a cold member has taken over, now that the hot ones are too few.
    fn runs(&self, member: &Line, group: &Line, up: &[bool], now: usize) -> bool {
        let LooksAt::Group { least, of } = &group.looks_at else { return false };
        let before = hot(of) < *least;
        let starting = |it: usize| self.short[it][group.at] && !self.lost[it][member.at];
        !member.frozen
            && !self.is_lost(member, up, now)
            && lasted(now, member.starts_in, before, starting)
    }

    /// Writes down what is lost at a minute.
    fn tell(&self, line: &Line, up: &[bool], now: usize, told: &mut [Vec<bool>; 3]) {
        told[0][line.at] = self.is_gone(line, up, now);
        told[1][line.at] = self.is_lost(line, up, now);
        if let LooksAt::Group { least, of } = &line.looks_at {
            told[2][line.at] = self.hot_up(of, up, now) < *least;
            of.iter().for_each(|it| self.tell(it, up, now, told));
        }
    }

    /// When each was down, and what stays so though it could run, for what its repair needs is down.
    fn told(self) -> Course {
        let mut course = Course::default();
        for (at, part) in self.machine.parts.iter().enumerate() {
            let mut down: Vec<Interval> = Vec::new();
            for (minute, up) in self.up.iter().enumerate() {
                let minute = minute as Minutes;
                match down.last_mut() {
                    _ if up[at] => {}
                    Some(last) if last.1 == minute => last.1 = minute + 1,
                    _ => down.push((minute, minute + 1)),
                }
            }
            if let Some(last) = down.last_mut()
                && last.1 == self.up.len() as Minutes
            {
                last.1 = NEVER;
                let now = self.up.len() - 1;
                if self.could_run[at] && !self.ready[now][at] {
                    course.stuck.insert(part.id.clone());
                }
            }
            if !down.is_empty() {
                course.down.insert(part.id.clone(), down);
            }
        }
        course
    }
}

/// Whether something was so in each of the last so many minutes; before all of them it was as `before` says.
fn lasted(now: usize, minutes: usize, before: bool, was: impl Fn(usize) -> bool) -> bool {
    let first = now.saturating_sub(minutes);
    (minutes <= now || before) && (first..now).all(was)
}

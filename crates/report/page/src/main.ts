// Starts the page: language, colours, the map; the written part needs none of it.

import type { Data } from "./contract";
import { Explorer } from "./explorer";
import { Inventory } from "./inventory";
import { Speech } from "./words";

type Lang = "en" | "fr";

function start(): void {
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("data")!.textContent!) as Data;
  const inventory = new Inventory(data);
  const explorer = new Explorer(inventory, document.getElementById("explorer")!);
  root.classList.add("scripted");
  for (const element of document.querySelectorAll<HTMLElement>(".only-script")) element.hidden = false;

  const speak = (lang: Lang): void => {
    root.lang = lang;
    for (const part of document.querySelectorAll<HTMLElement>("[data-lang]")) part.hidden = part.dataset.lang !== lang;
    explorer.speak(new Speech(data, lang));
  };
  const dark = (): boolean => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const pressed = target?.closest<HTMLElement>("[data-switch],[data-show]");
    if (pressed?.dataset.switch === "lang") speak(root.lang === "fr" ? "en" : "fr");
    if (pressed?.dataset.switch === "theme") { root.dataset.theme = dark() ? "light" : "dark"; explorer.repaint(); }
    if (pressed?.dataset.show) reveal(pressed.dataset.show);
  });
  const reveal = (id: string): void => {
    document.getElementById("map")!.scrollIntoView();
    explorer.reveal(id);
  };
  document.addEventListener("reveal", (event) => explorer.reveal((event as CustomEvent<string>).detail));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => explorer.repaint());
  addEventListener("hashchange", () => explorer.follow(location.hash));

  speak(data.lang);
  if (location.hash.startsWith("#map")) document.getElementById("map")!.scrollIntoView({ behavior: "instant" });
  Object.assign(window, { trefonds: { inventory, explorer } });
}

start();

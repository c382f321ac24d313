// A page that is served asks, once a second, whether a newer one is there. The address is kept, and
// with it what the reader has chosen.

const EVERY = 1000;

async function look(): Promise<void> {
  try {
    const answer = await fetch("state", { cache: "no-store" });
    if (answer.ok && (await answer.text()) !== document.documentElement.dataset.state) location.reload();
  } catch {
    // Nobody answers any more: what is on the screen stays.
  }
}

setInterval(() => void look(), EVERY);

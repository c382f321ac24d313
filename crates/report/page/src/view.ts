// The map on the screen: panning, zooming, pointing, and drawing no more than what is in sight.

import { select, type Selection } from "d3-selection";
import { zoom, zoomIdentity, zoomTransform, type ZoomBehavior } from "d3-zoom";

import { CanvasPen, FULL, SvgPen, draw, type Marks, type Palette, type Place } from "./draw";
import type { Shown } from "./scenes";
import type { View } from "./state";

const LEAST = 0.02;
const MOST = 4;
/** Words smaller than this, in pixels of the screen, are not drawn. */
const READABLE = 3.2;
/** The zoom from which a map is read, not looked at. */
const LEGIBLE = 0.55;
/** While a map of more arrows than this moves, only boxes are drawn; the arrows follow at rest. */
const BUSY = 3_000;
/** Milliseconds without a move after which a map is at rest. */
const REST = 120;

const NOWHERE: Place = [Infinity, Infinity, 0, 0];
const COLOURS = ["ground", "band", "card", "warm-card", "text", "quiet", "faint", "border", "arrow", "accent", "on-accent", "focus", "on-focus"] as const;

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Palette;
}

export function family(): string {
  return getComputedStyle(document.documentElement).getPropertyValue("--map-family").trim();
}

export interface Reactions {
  chosen(box: number | null): void;
  moved(view: View): void;
}

export class MapView {
  private readonly context: CanvasRenderingContext2D;
  private readonly selection: Selection<HTMLCanvasElement, unknown, null, undefined>;
  private readonly zooming: ZoomBehavior<HTMLCanvasElement, unknown>;
  private pen: CanvasPen;
  private colours: Palette;
  private shown: Shown | null = null;
  private marks: Marks = { box: () => ({}), arrow: () => ({ faded: false, strong: false }) };
  private hovered = -1;
  private asked = false;
  private moving = false;
  private resting = 0;
  private fitted = true;
  /** Nothing has been moved since the first scene was shown. */
  private started = false;
  /** Milliseconds of the last drawings, for measuring. */
  readonly drawings: number[] = [];

  constructor(readonly canvas: HTMLCanvasElement, private readonly reactions: Reactions) {
    this.context = canvas.getContext("2d")!;
    this.pen = new CanvasPen(this.context, family());
    this.colours = palette();
    this.selection = select(canvas);
    this.zooming = zoom<HTMLCanvasElement, unknown>().scaleExtent([LEAST, MOST]).clickDistance(4)
      .filter((event: Event) => this.wanted(event))
      .on("zoom", (event: { sourceEvent: unknown }) => {
        if (event.sourceEvent) this.fitted = this.started = false;
        this.moved();
        this.ask();
      })
      .on("end", (event: { sourceEvent: unknown }) => { if (event.sourceEvent) this.tell(); });
    this.selection.call(this.zooming).on("dblclick.zoom", null);
    canvas.addEventListener("pointerdown", (event) => { if (event.pointerType === "mouse") canvas.focus({ preventScroll: true }); });
    canvas.addEventListener("click", (event) => this.reactions.chosen(this.boxAt(event.offsetX, event.offsetY)));
    canvas.addEventListener("pointermove", (event) => this.hover(this.boxAt(event.offsetX, event.offsetY)));
    canvas.addEventListener("pointerleave", () => this.hover(null));
    canvas.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => { if (this.started) { this.started = false; this.begin(); } else if (this.fitted) this.fit(); this.ask(); }).observe(canvas);
  }

  /** The whole scene, or, where that would be too small to read, its beginning: the services. */
  begin(): void {
    this.fit();
    const { k, y } = this.at;
    if (k >= LEGIBLE || !this.shown) return;
    const first = Math.min(...this.shown.scene.boxes.map((box) => box.place[1]));
    this.go({ x: 8, y: Math.min(y, 60 - first * LEGIBLE), k: LEGIBLE });
    this.started = true;
  }

  /** Shows another scene; what was in view stays unless it is a first one. */
  present(shown: Shown, refit: boolean): void {
    this.shown = shown;
    this.hovered = -1;
    this.pen = new CanvasPen(this.context, family());
    if (refit) this.begin();
    this.ask();
  }

  mark(marks: Marks): void { this.marks = marks; this.ask(); }

  /** The colours of the page may have changed. */
  repaint(): void { this.colours = palette(); this.ask(); }

  get at(): View {
    const { x, y, k } = zoomTransform(this.canvas);
    return { x, y, k };
  }

  go({ x, y, k }: View): void {
    this.fitted = false;
    this.selection.call(this.zooming.transform, zoomIdentity.translate(x, y).scale(k));
  }

  /** The whole scene in sight. */
  fit(): void {
    if (!this.shown) return;
    const [width, height] = this.shown.scene.size;
    const [w, h] = [this.canvas.clientWidth, this.canvas.clientHeight];
    if (w === 0 || h === 0) return;
    const k = Math.max(LEAST, Math.min(1.2, w / width, h / height));
    this.selection.call(this.zooming.transform, zoomIdentity.translate((w - width * k) / 2, (h - height * k) / 2).scale(k));
    this.fitted = true;
  }

  /** Brings a box to the middle, large enough to read. */
  centre(box: number): void {
    const [x, y, width, height] = this.shown!.scene.boxes[box]!.place;
    const k = Math.max(0.8, zoomTransform(this.canvas).k);
    const [w, h] = [this.canvas.clientWidth, this.canvas.clientHeight];
    this.go({ x: w / 2 - (x + width / 2) * k, y: h / 2 - (y + height / 2) * k, k });
    this.tell();
  }

  by(factor: number): void {
    this.fitted = false;
    this.selection.call(this.zooming.scaleBy, factor);
    this.tell();
  }

  /** The middle of a box on the screen, relative to the canvas. */
  middle(box: number): [number, number] {
    const [x, y, width, height] = this.shown!.scene.boxes[box]!.place;
    return zoomTransform(this.canvas).apply([x + width / 2, y + height / 2]);
  }

  /** The whole scene as SVG. */
  svg(title: string): string {
    const pen = new SvgPen();
    const shown = this.shown!;
    draw(pen, shown.scene, this.colours, this.marks, FULL, () => true, () => [0, 0, 0, 0]);
    return pen.finish(shown.scene.size, title, family(), this.colours.ground);
  }

  /** The whole scene as PNG, twice as fine as the screen, or as fine as a canvas may be. */
  png(done: (blob: Blob | null) => void): void {
    const [width, height] = this.shown!.scene.size;
    const scale = Math.min(2, 16_000 / width, 16_000 / height, Math.sqrt(200e6 / (width * height)));
    const canvas = document.createElement("canvas");
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    const context = canvas.getContext("2d")!;
    context.fillStyle = this.colours.ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(scale, scale);
    draw(new CanvasPen(context, family()), this.shown!.scene, this.colours, this.marks, FULL, () => true, () => [0, 0, 0, 0]);
    canvas.toBlob(done, "image/png");
  }

  /** A page that is scrolled or brushed past must not be caught by the map: wheels and single fingers
   * count once the map has been pressed, or with the key that zooms everywhere. */
  private wanted(event: Event): boolean {
    const chosen = document.activeElement === this.canvas;
    if (event instanceof WheelEvent) return chosen || event.ctrlKey;
    if ("touches" in event) return chosen || (event as TouchEvent).touches.length > 1;
    return !(event as MouseEvent).ctrlKey && (event as MouseEvent).button === 0;
  }

  /** A busy map is drawn without its arrows until it comes to rest. */
  private moved(): void {
    if ((this.shown?.scene.arrows.length ?? 0) <= BUSY) return;
    this.moving = true;
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => { this.moving = false; this.ask(); }, REST);
  }

  private tell(): void { this.reactions.moved(this.at); }

  private key(event: KeyboardEvent): void {
    const step = 60;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step],
    };
    const move = moves[event.key];
    if (move) {
      const { x, y, k } = this.at;
      this.go({ x: x + move[0], y: y + move[1], k });
      this.tell();
    } else if (event.key === "+" || event.key === "=") this.by(1.3);
    else if (event.key === "-") this.by(1 / 1.3);
    else if (event.key === "0") { this.fit(); this.tell(); }
    else if (event.key === "Escape") this.reactions.chosen(null);
    else return;
    event.preventDefault();
  }

  private boxAt(x: number, y: number): number | null {
    if (!this.shown) return null;
    const [px, py] = zoomTransform(this.canvas).invert([x, y]);
    const boxes = this.shown.scene.boxes;
    for (let at = boxes.length - 1; at >= 0; at--) {
      const [left, top, width, height] = boxes[at]!.place;
      if (px >= left && px <= left + width && py >= top && py <= top + height) return at;
    }
    return null;
  }

  private hover(box: number | null): void {
    if ((box ?? -1) === this.hovered) return;
    this.hovered = box ?? -1;
    this.canvas.classList.toggle("over", box !== null);
    const lines = box === null ? [] : this.shown!.scene.boxes[box]!.lines.filter(([, role]) => role !== "quiet").map(([text]) => text);
    this.canvas.title = lines.join(" ");
    this.ask();
  }

  private ask(): void {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => { this.asked = false; this.paint(); });
  }

  private paint(): void {
    if (!this.shown) return;
    const start = performance.now();
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const [w, h] = [this.canvas.clientWidth, this.canvas.clientHeight];
    if (this.canvas.width !== Math.round(w * ratio) || this.canvas.height !== Math.round(h * ratio)) {
      this.canvas.width = Math.round(w * ratio);
      this.canvas.height = Math.round(h * ratio);
    }
    const { x, y, k } = this.at;
    const c = this.context;
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.fillStyle = this.colours.ground;
    c.fillRect(0, 0, this.canvas.width, this.canvas.height);
    c.setTransform(ratio * k, 0, 0, ratio * k, ratio * x, ratio * y);
    const sight: Place = [-x / k, -y / k, w / k, h / k];
    const visible = ([left, top, width, height]: Place) =>
      left < sight[0] + sight[2] && left + width > sight[0] && top < sight[1] + sight[3] && top + height > sight[1];
    const spans = this.shown.spans;
    const detail = { words: 10.5 * k >= READABLE, small: 16 * k >= READABLE };
    const marks: Marks = {
      box: (at) => ({ ...this.marks.box(at), hovered: at === this.hovered }),
      arrow: (at) => this.marks.arrow(at),
    };
    draw(this.pen, this.shown.scene, this.colours, marks, detail, visible, (at) => (this.moving ? NOWHERE : spans[at]!));
    this.drawings.push(performance.now() - start);
    if (this.drawings.length > 600) this.drawings.shift();
  }
}

import { saveFile } from '../ui/saveFile';

/** A chart as a picture: everything that is seen of it, drawn anew in SVG that needs neither our style sheet nor our fonts. */
export interface Picture {
  title: string;
  summary: string;
  format: 'svg' | 'png';
}

const space = 'http://www.w3.org/2000/svg';
const margin = 24;
const headRoom = 56;
const fonts = "Roboto, 'Segoe UI', system-ui, sans-serif";
/** A PNG has twice the pixels, for screens that have too. */
const density = 2;

/** The attributes that shapes have, and the styles that attributes can say in their stead. */
const geometry = [
  'd', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'dx', 'dy', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'transform', 'offset', 'id',
  'patternUnits', 'patternTransform',
];
const colors = ['fill', 'stroke', 'stop-color'];
const styles = [
  'fill-opacity', 'stroke-opacity', 'stop-opacity', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'vector-effect',
];
const fontStyles = ['font-size', 'font-weight', 'letter-spacing', 'text-anchor'];
const unseen = '.tip, .visually-hidden, .hit, title';

/** Draws what an element shows and lets the browser keep it as a file. */
export async function saveChart(chart: HTMLElement, picture: Picture): Promise<void> {
  const svg = draw(chart, picture);
  const text = new XMLSerializer().serializeToString(svg);
  const name = `${picture.title.replace(/[\\/:*?"<>|]/g, ' ').trim()}.${picture.format}`;
  saveFile(picture.format === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await toPng(text, svg), name);
}

/** The policy lets images come from data: only. */
async function toPng(text: string, svg: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Number(svg.getAttribute('width')) * density;
  canvas.height = Number(svg.getAttribute('height')) * density;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))), 'image/png');
  });
}

export function draw(chart: HTMLElement, { title, summary }: Picture): SVGSVGElement {
  const svg = element('svg', { xmlns: space });
  const name = element('title', {});
  name.textContent = `${title}. ${summary}`;
  const ground = element('rect', { width: '100%', height: '100%', fill: plain(getComputedStyle(chart.closest('.card') ?? chart).backgroundColor) });
  const ink = plain(getComputedStyle(chart).color);
  const head = element('text', { x: margin, y: margin + 16, fill: ink, 'font-family': fonts, 'font-size': '18px', 'font-weight': '500' });
  head.textContent = title;
  svg.append(name, ground, head);

  const scrolled = unscroll(chart);
  const origin = chart.getBoundingClientRect();
  const brush: Brush = { x: margin - origin.left, y: headRoom + margin / 2 - origin.top, right: origin.right, bottom: origin.top };
  svg.append(...[...chart.children].flatMap((child) => picturesOf(child, brush)));
  scrolled();

  const width = Math.ceil(brush.right + brush.x + margin);
  const height = Math.ceil(brush.bottom + brush.y + margin);
  for (const [key, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) svg.setAttribute(key, String(value));
  return svg;
}

/** Where the page's origin is in the picture, and how far what was drawn reaches in the page. */
interface Brush {
  x: number;
  y: number;
  right: number;
  bottom: number;
}

/** What can be scrolled is drawn from its beginning, and then as it was. */
function unscroll(chart: HTMLElement): () => void {
  const moved = [...chart.querySelectorAll('*')].filter((one) => one.scrollLeft > 0).map((one) => ({ one, was: one.scrollLeft }));
  for (const { one } of moved) one.scrollLeft = 0;
  return () => {
    for (const { one, was } of moved) one.scrollLeft = was;
  };
}

function picturesOf(one: Element, brush: Brush): SVGElement[] {
  if (one.matches(unseen)) return [];
  if (one instanceof SVGSVGElement) return [drawing(one, brush)];
  return [...one.childNodes].flatMap((node) => {
    if (node instanceof Text) return linesOf(node).map((line) => written(line, one, brush));
    return node instanceof Element ? picturesOf(node, brush) : [];
  });
}

function drawing(svg: SVGSVGElement, brush: Brush): SVGElement {
  const { left: x, top: y, right, bottom, width, height } = svg.getBoundingClientRect();
  const copy = element('svg', { ...(svg.getAttribute('viewBox') && { viewBox: svg.getAttribute('viewBox') ?? '' }) });
  copy.append(...copies(svg));
  // One without a size only defines what others are filled with, and without a size it would not be heeded.
  if (width > 0) {
    reach(brush, right, bottom);
    for (const [key, value] of Object.entries({ x: x + brush.x, y: y + brush.y, width, height, overflow: 'visible' })) copy.setAttribute(key, String(value));
  }
  return copy;
}

interface Line {
  text: string;
  box: DOMRect;
}

/** The lines that words are broken into on the page. */
function linesOf(node: Text): Line[] {
  const range = document.createRange();
  const lines: { start: number; top: number; line: Line }[] = [];
  for (const { 0: word, index: start } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, start);
    range.setEnd(node, start + word.length);
    const last = lines.at(-1);
    const { top, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const isSame = last !== undefined && Math.abs(last.top - top) < 2;
    const first = isSame ? last.start : start;
    range.setStart(node, first);
    const line = { text: node.data.slice(first, start + word.length), box: range.getBoundingClientRect() };
    if (isSame) last.line = line;
    else lines.push({ start, top, line });
  }
  return lines.map(({ line }) => line);
}

/** Words beside the drawing, such as a legend's: as long as they are on the page, whatever the font is in the end. */
function written({ text, box }: Line, parent: Element, brush: Brush): SVGElement {
  const style = getComputedStyle(parent);
  const room = style.textOverflow === 'ellipsis' ? parent.clientWidth : box.width;
  const isCut = box.width > room + 1;
  reach(brush, isCut ? box.left + room : box.right, box.bottom);
  const line = element('text', {
    x: box.left + brush.x, y: box.top + brush.y + box.height / 2, dy: '0.35em', textLength: isCut ? room : box.width, lengthAdjust: 'spacingAndGlyphs',
    fill: plain(style.color), 'font-family': fonts, 'font-size': style.fontSize, 'font-weight': style.fontWeight,
  });
  line.textContent = isCut ? `${text.slice(0, Math.floor((text.length * room) / box.width) - 1)}…` : text;
  return line;
}

function reach(brush: Brush, right: number, bottom: number) {
  brush.right = Math.max(brush.right, right);
  brush.bottom = Math.max(brush.bottom, bottom);
}

const copies = (shape: Element) => [...shape.children].flatMap((child) => copied(child) ?? []);

/** The same shape with its styles as attributes; null for what nobody sees. */
function copied(shape: Element): SVGElement | null {
  if (shape.matches(unseen)) return null;
  const style = getComputedStyle(shape);
  if (shape instanceof SVGGeometryElement && isBare(style.fill) && isBare(style.stroke)) return null;
  const copy = element(shape.localName, {});
  for (const name of geometry) {
    const value = shape.getAttribute(name);
    if (value !== null) copy.setAttribute(name, value);
  }
  set(copy, 'opacity', style.opacity);
  const parts = copies(shape);
  copy.append(...parts);
  if (parts.length > 0) return copy;

  for (const name of colors) set(copy, name, plain(style.getPropertyValue(name)));
  for (const name of styles) set(copy, name, style.getPropertyValue(name));
  if (shape instanceof SVGTextElement) {
    for (const name of fontStyles) set(copy, name, style.getPropertyValue(name));
    copy.setAttribute('font-family', fonts);
    copy.textContent = [...shape.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('');
  }
  return copy;
}

/** Whether nothing is painted, as of marks that only say where a click counts. */
const isBare = (paint: string) => paint === 'none' || paint === 'rgba(0, 0, 0, 0)';

/** What an attribute says if it is not there. */
const usual: Record<string, string> = {
  fill: '#000000', stroke: 'none', 'stop-color': '#000000', 'fill-opacity': '1', 'stroke-opacity': '1', 'stop-opacity': '1', opacity: '1', 'stroke-width': '1px',
  'stroke-dasharray': 'none', 'stroke-linecap': 'butt', 'stroke-linejoin': 'miter', 'vector-effect': 'none', 'letter-spacing': 'normal', 'text-anchor': 'start',
};

function set(copy: Element, name: string, value: string) {
  if (value !== '' && value !== usual[name]) copy.setAttribute(name, value);
}

const pixels = new Map<string, string>();

/** A colour as every program knows it: ours are relative and mixed, which only browsers can read. */
function plain(color: string): string {
  if (color === '' || color === 'none' || color.startsWith('url(')) return color.replace(/url\("?([^")]*)"?\)/, 'url($1)');
  const found = pixels.get(color) ?? painted(color);
  pixels.set(color, found);
  return found;
}

function painted(color: string): string {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return color;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  const hex = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  return alpha === 255 ? hex : `rgba(${red},${green},${blue},${Math.round((alpha / 255) * 100) / 100})`;
}

function element<Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Record<string, string | number>): SVGElementTagNameMap[Name];
function element(name: string, attributes: Record<string, string | number>): SVGElement;
function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** A plot as a file: an SVG that stands alone, and a PNG drawn from it. */

/** What the page's style says of an element, as attributes that any program understands. */
const STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-family', 'font-size', 'font-weight', 'text-anchor'] as const;
/** How many dots a unit of the drawing has. */
const SHARP = 2;

/** The drawing with its colours written in, on the ground that it has on the screen. */
export function alone(svg: SVGSVGElement, ground: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [own, copies] = [svg, copy].map((of) => [...of.querySelectorAll<SVGElement>('*')]) as [SVGElement[], SVGElement[]];
  own.forEach((element, at) => {
    const style = getComputedStyle(element);
    const target = copies[at];
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      if (value) target?.setAttribute(name, value);
    }
    target?.removeAttribute('class');
  });
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  copy.removeAttribute('class');
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const under = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [['width', '100%'], ['height', '100%'], ['fill', ground]] as const) under.setAttribute(name, value);
  copy.prepend(under);
  const text = new XMLSerializer().serializeToString(copy);
  // Svelte leaves marks between elements where a list ends.
  return text.replace(/<!--.*?-->/g, '');
}

/** The dots of such a drawing, in base64. */
export async function dots(svg: string): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SHARP;
  canvas.height = image.naturalHeight * SHARP;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
}

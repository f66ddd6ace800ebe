import { beforeEach, describe, expect, test, vi } from 'vitest';
import { draw } from './saveChart';

const box = { left: 100, top: 50, right: 300, bottom: 150, width: 200, height: 100 };

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(box.left, box.top, box.width, box.height));
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(120, 120, 60, 16));
  const context = { fillStyle: '', fillRect: () => undefined, getImageData: () => ({ data: [0, 105, 111, 255] }) };
  vi.stubGlobal('OffscreenCanvas', class {
    getContext = () => context;
  });
});

function picture(content: string) {
  const chart = document.createElement('div');
  chart.innerHTML = content;
  document.body.append(chart);
  return draw(chart, { title: 'Spending', summary: '2 categories', format: 'svg' });
}

describe('a picture of a chart', () => {
  test('has its title to be read, and its summary for who cannot see it', () => {
    const svg = picture('<svg></svg>');
    expect(svg.querySelector('title')?.textContent).toBe('Spending. 2 categories');
    expect(svg.querySelector('text')?.textContent).toBe('Spending');
  });

  test('is as large as what it shows, with a margin around it and the title above', () => {
    const svg = picture('<svg></svg>');
    expect([svg.getAttribute('width'), svg.getAttribute('height')]).toEqual(['248', '192']);
    expect([svg.querySelector('svg')?.getAttribute('x'), svg.querySelector('svg')?.getAttribute('y')]).toEqual(['24', '68']);
  });

  test('needs neither style sheets nor what only the page does with marks', () => {
    const svg = picture('<svg><path class="slice" d="M0 0L9 9" fill="red" role="button" tabindex="0" data-value="1" /></svg>');
    const slice = svg.querySelector('svg path');
    expect(slice?.getAttribute('d')).toBe('M0 0L9 9');
    expect(['class', 'style', 'role', 'tabindex', 'data-value'].filter((name) => slice?.hasAttribute(name))).toEqual([]);
  });

  test('has the words beside the drawing, but not what nobody sees', () => {
    const svg = picture('<svg></svg><ul><li>Travel</li></ul><p class="visually-hidden">Help</p><div class="tip">Tip</div>');
    expect([...svg.querySelectorAll('text')].map((text) => text.textContent)).toEqual(['Spending', 'Travel']);
  });
});

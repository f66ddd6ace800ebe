import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { queryClient } from '../../api/queryClient';
import { session } from '../../api/session';
import type { Query } from '../../domain/filters';
import { presetRange, today } from '../../domain/periods';
import ViewsMenu from './ViewsMenu.vue';

const food = { id: 1, name: 'Food', query: 'from=2026-01-01&categories=Groceries', is_default: false };
const travel = { id: 2, name: 'äpfel', query: 'categories=Travel', is_default: true };
const shown = { categories: 'Groceries', from: '2026-01-01' };

let answers: Record<string, () => Response>;
let asked: { request: string; body: unknown }[];

beforeEach(() => {
  asked = [];
  answers = { 'GET /api/v1/views': () => Response.json([food, travel]) };
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    const request = `${init?.method ?? 'GET'} ${address}`;
    asked.push({ request, body: init?.body === undefined ? null : JSON.parse(String(init.body)) });
    return answers[request]?.() ?? new Response(null, { status: request.startsWith('GET') ? 400 : 204 });
  });
  session.begin();
});

enableAutoUnmount(afterEach);
afterEach(() => {
  queryClient.clear();
  vi.unstubAllGlobals();
});

const sent = (request: string) => asked.filter((one) => one.request === request).map(({ body }) => body);

/** The server stores what it is sent, and lists it from then on. */
function accept(request: string, id: number) {
  answers[request] = () => {
    const view = { id, ...(sent(request).at(-1) as object) };
    answers['GET /api/v1/views'] = () => Response.json([view]);
    return Response.json(view, { status: request.startsWith('POST') ? 201 : 200 });
  };
}

async function menu(query: Query = {}) {
  const page = mount(ViewsMenu, { props: { query }, attachTo: document.body });
  await flushPromises();
  const at = (testId: string) => page.get(`[data-testid="${testId}"]`);
  return {
    page,
    at,
    has: (testId: string) => page.find(`[data-testid="${testId}"]`).exists(),
    names: () => page.findAll('[data-testid=view]').map((one) => one.attributes('data-name')),
    async click(...testIds: string[]) {
      for (const testId of testIds) {
        await at(testId).trigger('click');
        await flushPromises();
      }
    },
    async press(key: string) {
      await page.get(':focus').trigger('keydown', { key });
      await flushPromises();
    },
    async save(name: string) {
      await at('view-name').setValue(name);
      await page.get('dialog form').trigger('submit');
      await flushPromises();
    },
  };
}

const focused = () => document.activeElement?.textContent?.trim();

describe('the button', () => {
  test('names the view that is shown, in whatever order the address says it', async () => {
    const { at, page } = await menu(shown);
    expect(at('views-button').attributes('aria-label')).toBe('View: Food');
    await page.setProps({ query: { categories: 'Dining' } });
    expect(at('views-button').text()).toBe('Views');
  });

  test('opens a menu of all views by name, and says which is shown and which the dashboard opens with', async () => {
    const { at, click, names, page } = await menu(shown);
    await click('views-button');
    expect(at('views-button').attributes('aria-expanded')).toBe('true');
    expect(names()).toEqual(['äpfel', 'Food']);
    expect(page.findAll('[data-testid=view]').map((one) => one.attributes('aria-checked'))).toEqual(['false', 'true']);
    expect(page.get('[data-name="äpfel"]').text()).toContain('the dashboard opens with it');
  });

  test('applies a view, and the menu closes', async () => {
    const { page, click, at, has } = await menu();
    await click('views-button');
    await page.get('[data-name=Food]').trigger('click');
    expect(page.emitted('apply')).toEqual([[{ from: '2026-01-01', categories: 'Groceries' }]]);
    expect(has('views-menu')).toBe(false);
    expect(document.activeElement).toBe(at('views-button').element);
  });
});

describe('keys', () => {
  test('walk the menu and come round', async () => {
    const { at, press } = await menu();
    (at('views-button').element as HTMLElement).focus();
    await press('ArrowDown');
    expect(focused()).toContain('äpfel');
    await press('ArrowDown');
    expect(focused()).toBe('Food');
    await press('End');
    expect(focused()).toBe('Save this view…');
    await press('ArrowDown');
    expect(focused()).toContain('äpfel');
    await press('ArrowUp');
    expect(focused()).toBe('Save this view…');
    await press('Home');
    expect(focused()).toContain('äpfel');
  });

  test('of letters lead to what begins with them, and to nothing else on the page', async () => {
    const heard = vi.fn();
    addEventListener('keydown', heard);
    const { at, press } = await menu();
    (at('views-button').element as HTMLElement).focus();
    await press('ArrowUp');
    heard.mockClear();
    await press('f');
    expect(focused()).toBe('Food');
    await press('x');
    expect(focused()).toBe('Food');
    expect(heard).not.toHaveBeenCalled();
    removeEventListener('keydown', heard);
  });

  test.each(['Escape', 'Tab'])('%s closes the menu and gives the focus back', async (key) => {
    const { at, press, has, click } = await menu();
    await click('views-button');
    await press(key);
    expect(has('views-menu')).toBe(false);
    expect(document.activeElement).toBe(at('views-button').element);
  });

  test('are not needed: a click elsewhere closes it, too', async () => {
    const { has, click } = await menu();
    await click('views-button');
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await flushPromises();
    expect(has('views-menu')).toBe(false);
  });
});

describe('saving', () => {
  test('says what views are for where there are none', async () => {
    answers['GET /api/v1/views'] = () => Response.json([]);
    const { at, click } = await menu();
    await click('views-button');
    expect(at('views-hint').text()).toContain('save that under a name');
    expect(focused()).toBe('Save this view…');
  });

  test('keeps what is shown, which then has that name', async () => {
    answers['GET /api/v1/views'] = () => Response.json([]);
    accept('POST /api/v1/views', 7);
    const { at, click, save, has } = await menu(shown);
    await click('views-button', 'view-save');
    expect(document.activeElement?.id).toBe('view-name');
    await at('view-is-default').setValue(true);
    await save('Home');
    expect(sent('POST /api/v1/views')).toEqual([{ name: 'Home', query: 'from=2026-01-01&categories=Groceries', is_default: true }]);
    expect(has('view-dialog')).toBe(false);
    expect(at('views-button').text()).toBe('Home');
    expect(at('notice').text()).toContain('“Home” is saved.');
  });

  test('of a period of the calendar moves along, unless that is not wanted', async () => {
    const { from, to } = presetRange('last-month', today());
    accept('POST /api/v1/views', 7);
    const { at, click, save, page } = await menu({ from, to });
    await click('views-button', 'view-save');
    expect(page.get('dialog').text()).toContain('Always “Last month”');
    await save('Last month');
    expect(at('views-button').text()).toBe('Last month');
    await page.setProps({ query: { from, to, categories: 'Travel' } });
    await click('views-button', 'view-save');
    await at('view-moving').setValue(false);
    await save('That month');
    expect(sent('POST /api/v1/views')).toMatchObject([{ query: 'period=last-month' }, { query: `from=${from}&to=${to}&categories=Travel` }]);
  });

  test('needs a name, and one that no other view has', async () => {
    answers['POST /api/v1/views'] = () =>
      Response.json({ title: 'x', status: 409, detail: 'y', errors: [{ field: 'name', message: 'is the name of another of your views' }] }, { status: 409 });
    const { click, save, page } = await menu();
    await click('views-button', 'view-save');
    await save('  ');
    expect(page.get('#view-name-error').text()).toBe('Enter a name.');
    expect(sent('POST /api/v1/views')).toEqual([]);
    await save('Food');
    expect(page.get('#view-name-error').text()).toBe('This is the name of another of your views.');
    expect(document.activeElement?.id).toBe('view-name');
  });

  test('says what is wrong with anything else', async () => {
    answers['POST /api/v1/views'] = () => Response.json({ title: 'x', status: 409, detail: 'You have 100 views, which is the most.' }, { status: 409 });
    const { click, save, page } = await menu();
    await click('views-button', 'view-save');
    await save('One more');
    expect(page.get('dialog [role=alert]').text()).toContain('100 views');
  });
});

describe('the view that is shown', () => {
  test('takes up what has been changed since it was chosen, and gives it back', async () => {
    const { page, click, at } = await menu(shown);
    await page.setProps({ query: { ...shown, categories: 'Groceries,Dining' } });
    accept('PUT /api/v1/views/1', 1);
    await click('views-button', 'view-update');
    expect(sent('PUT /api/v1/views/1')).toEqual([{ name: 'Food', query: 'from=2026-01-01&categories=Groceries%2CDining', is_default: false }]);
    expect(at('views-button').text()).toBe('Food');
    await click('notice-action');
    expect(sent('PUT /api/v1/views/1').at(-1)).toEqual({ name: 'Food', query: food.query, is_default: false });
  });

  test('is renamed and stays what it is', async () => {
    accept('PUT /api/v1/views/1', 1);
    const { click, save, at } = await menu(shown);
    await click('views-button', 'view-rename');
    expect((at('view-name').element as HTMLInputElement).value).toBe('Food');
    await save('Eating');
    expect(sent('PUT /api/v1/views/1')).toEqual([{ name: 'Eating', query: food.query, is_default: false }]);
    expect(at('views-button').text()).toBe('Eating');
  });

  test('becomes what the dashboard opens with, and no longer', async () => {
    answers['PUT /api/v1/views/1'] = () => {
      answers['GET /api/v1/views'] = () => Response.json([{ ...food, is_default: true }, { ...travel, is_default: false }]);
      return Response.json({ ...food, is_default: true });
    };
    const { click, at, page } = await menu(shown);
    await click('views-button', 'view-default');
    expect(at('notice').text()).toContain('opens with “Food” from now on');
    await click('views-button');
    expect(at('view-default').attributes('aria-checked')).toBe('true');
    expect(page.findAll('[data-testid=view-default-mark]')).toHaveLength(1);
    answers['PUT /api/v1/views/1'] = () => Response.json(food);
    await click('view-default');
    expect(sent('PUT /api/v1/views/1')).toMatchObject([{ is_default: true }, { is_default: false }]);
    expect(at('notice').text()).toContain('no longer opens');
  });

  test('is deleted at once, and brought back as it was', async () => {
    const { click, at, names } = await menu({ categories: 'Travel' });
    answers['GET /api/v1/views'] = () => Response.json([food]);
    await click('views-button', 'view-delete');
    expect(sent('DELETE /api/v1/views/2')).toHaveLength(1);
    expect(at('views-button').text()).toBe('Views');
    answers['POST /api/v1/views'] = () => Response.json({ ...travel, id: 3 }, { status: 201 });
    answers['GET /api/v1/views'] = () => Response.json([food, { ...travel, id: 3 }]);
    await click('notice-action');
    expect(sent('POST /api/v1/views')).toEqual([{ name: 'äpfel', query: travel.query, is_default: true }]);
    await click('views-button');
    expect(names()).toContain('äpfel');
  });

  test('stays where the server refuses', async () => {
    answers['DELETE /api/v1/views/1'] = () => new Response('', { status: 503 });
    const { click, at } = await menu(shown);
    await click('views-button', 'view-delete');
    expect(at('notice').text()).toContain('not available');
    expect(at('views-button').text()).toBe('Food');
  });
});

test('views that cannot be loaded are asked for again', async () => {
  answers['GET /api/v1/views'] = () => new Response('', { status: 400 });
  const { click, at, page } = await menu();
  await click('views-button');
  expect(at('views-hint').text()).toContain('could not be loaded');
  answers['GET /api/v1/views'] = () => Response.json([food]);
  await page.findAll('[role=menuitem]')[0]?.trigger('click');
  await flushPromises();
  await click('views-button');
  expect(at('view').text()).toBe('Food');
});

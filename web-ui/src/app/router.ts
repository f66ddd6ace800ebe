import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteLocationRaw } from 'vue-router';
import { prefetchDashboard } from '../api/dashboard';
import { session } from '../api/session';
import { dashboardFiltersFromQuery } from '../domain/dashboardFilters';
import { formatRange, today } from '../domain/periods';
import SignInPage from '../features/auth/SignInPage.vue';
import { questionOf } from '../features/dashboard/question';
import { openDefaultView } from '../features/views/defaultView';
import { locale, t } from '../i18n';
import { afterPaint } from '../ui/afterPaint';

export const loadDashboard = () => import('../features/dashboard/DashboardPage.vue');

/** The page and what it shows are fetched while it is asked what it opens with. */
function enterDashboard(to: RouteLocationNormalized) {
  void loadDashboard();
  prefetchDashboard(questionOf(dashboardFiltersFromQuery(to.query)));
  // The first date that is written takes a browser tens of milliseconds: better while it waits for what was asked.
  afterPaint(() => formatRange(today(), today(), locale));
  return openDefaultView(to);
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'dashboard', component: loadDashboard, beforeEnter: enterDashboard },
    { path: '/transactions', name: 'transactions', component: () => import('../features/transactions/TransactionsPage.vue') },
    { path: '/import', alias: '/imports', name: 'import', component: () => import('../features/importing/ImportPage.vue') },
    { path: '/categories', name: 'categories', component: () => import('../features/categories/CategoriesPage.vue') },
    { path: '/settings', name: 'settings', component: () => import('../features/account/SettingsPage.vue') },
    { path: '/sign-in', name: 'sign-in', component: SignInPage, meta: { open: true } },
    { path: '/sign-up', name: 'sign-up', component: () => import('../features/auth/SignUpPage.vue'), meta: { open: true } },
    { path: '/:path(.*)*', name: 'not-found', component: () => import('./NotFoundPage.vue'), meta: { open: true } },
  ],
  // Filters change the address, not the place on the page.
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

// Where one was, for when the page is loaded anew: the router itself writes it down when it is too late for that.
addEventListener('beforeunload', () => history.replaceState({ ...history.state, scroll: { left: scrollX, top: scrollY } }, ''));

router.beforeEach((to) => {
  const signedIn = session.since.value !== null;
  if (to.meta.open !== true && !signedIn) return signInFrom(to);
  if ((to.name === 'sign-in' || to.name === 'sign-up') && signedIn) return afterSignIn(to);
  return true;
});

router.afterEach((to) => {
  const titles: Record<string, string> = {
    dashboard: t.dashboard.title,
    transactions: t.transactions.title,
    import: t.imports.title,
    categories: t.categories.title,
    settings: t.settings.title,
    'sign-in': t.signIn.title,
    'sign-up': t.signUp.title,
  };
  const title = titles[String(to.name)] ?? t.app.notFoundTitle;
  document.title = `${title} · ${t.app.name}`;
});

// A page that cannot be loaded belongs to a version of the site that is no more: the whole site is asked for anew.
router.onError((_error, to, from) => {
  if (navigator.onLine && from.matched.length > 0) location.assign(to.fullPath);
});

/** The sign-in page, which leads back to where one was. */
export function signInFrom(place: Pick<RouteLocationNormalized, 'fullPath'>): RouteLocationRaw {
  return { name: 'sign-in', query: place.fullPath === '/' ? {} : { next: place.fullPath } };
}

/** Where a session that has ended leads: nobody who has chosen to leave is led back. */
export function afterSession(place: Pick<RouteLocationNormalized, 'fullPath'>): RouteLocationRaw {
  const left = session.endReason.value === 'signed-out' || session.endReason.value === 'deleted';
  return left ? { name: 'sign-in' } : signInFrom(place);
}

/** Where one was before signing in; only ever a page of this site. */
export function afterSignIn(place: Pick<RouteLocationNormalized, 'query'>): RouteLocationRaw {
  const next = place.query.next;
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : { name: 'dashboard' };
}

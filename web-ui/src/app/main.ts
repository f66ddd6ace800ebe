import '@fontsource-variable/roboto/wght.css';
// Of its Latin letters, those that we use: later rules win.
import '../../target/fonts/roboto.css';
import './tokens.css';
import './base.css';
import './theme';
import { createApp, watch } from 'vue';
import { followChanges } from '../api/live';
import { tellSignOut } from '../api/login';
import { session } from '../api/session';
import { loadMessages } from '../i18n';
import App from './App.vue';
import { afterSession, router } from './router';

watch(session.since, (since) => {
  const place = router.currentRoute.value;
  if (since === null && place.meta.open !== true) {
    void router.push(afterSession(place));
  }
});

// Whoever left without a connection is to stay signed out.
void tellSignOut();

// Not awaited here: a language's file needs this one, and would wait for it for ever.
void loadMessages().then(() =>
  // In tasks of their own, so that a phone answers in between; what is asked of the server goes first.
  setTimeout(() => {
    const app = createApp(App).use(router);
    setTimeout(() => {
      app.mount('#app');
      followChanges();
    });
  }),
);

import { lazy, Suspense, useEffect, useRef, type ComponentType } from 'react';
import { fetchPart } from '../platform/fetch-part';
import { savesData } from '../platform/page-state';
import { setPlace, useLang, usePlace, useTheme } from '../store/place';
import type { Screen } from '../store/place-address';
import { useSession } from '../store/session';
import { Skeleton } from '../views/parts/states';
import { useT } from '../views/parts/use-text';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';
import { Messages } from './Messages';
import { Opening } from './Opening';
import { LOADERS, REST } from './rest';
import { APP_TEXT } from './text';

const SCREENS: Readonly<Record<Screen, ComponentType>> = {
  overview: lazy(() => fetchPart(LOADERS.overview)),
  region: lazy(() => fetchPart(LOADERS.region)),
  indicators: lazy(() => fetchPart(LOADERS.indicators)),
  warnings: lazy(() => fetchPart(LOADERS.warnings)),
  response: lazy(() => fetchPart(LOADERS.response)),
  plan: lazy(() => fetchPart(LOADERS.plan)),
  briefing: lazy(() => fetchPart(LOADERS.briefing)),
  rules: lazy(() => fetchPart(LOADERS.rules)),
  data: lazy(() => fetchPart(LOADERS.data)),
};

const HelpLayer = lazy(() =>
  fetchPart(() => import('../views/help/HelpLayer').then((m) => ({ default: m.HelpLayer }))),
);

const REST_AFTER_MS = 3000;

/** Screens that have something to say without an assessment: the data screen is the way out of having none. */
const WITHOUT_VIEW: readonly Screen[] = ['data'];

export function App() {
  const { screen, lang: langInAddress } = usePlace();
  const lang = useLang();
  const theme = useTheme();
  const t = useT(APP_TEXT);
  const phase = useSession((s) => s.phase);
  const hasView = useSession((s) => s.view !== null);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(screen);

  // The language stands in the address, so that a copied one opens alike for everybody.
  useEffect(() => {
    if (langInAddress === null) setPlace({ lang }, { replace: true });
  }, [langInAddress, lang]);

  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    document.title = `${t(screen)} · ${t('product')}`;
  }, [lang, screen, t]);

  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  // A change of screen moves the focus to its content, as a page load would; the first one leaves it alone.
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [screen]);

  useEffect(() => {
    if (!hasView || savesData()) return;
    const rest = setTimeout(() => {
      for (const load of REST) load().catch(() => undefined);
    }, REST_AFTER_MS);
    return () => clearTimeout(rest);
  }, [hasView]);

  const Content = SCREENS[screen];
  const ready = hasView || (WITHOUT_VIEW.includes(screen) && phase === 'failed');
  return (
    <>
      <a className="skip" href="#main" onClick={(e) => (e.preventDefault(), main.current?.focus())}>
        {t('skip')}
      </a>
      <Header />
      <Messages />
      <main id="main" ref={main} tabIndex={-1} className="main">
        <ErrorBoundary key={screen} lang={lang}>
          {ready ? (
            <Suspense fallback={<Skeleton lines={6} />}>
              <Content />
            </Suspense>
          ) : (
            <Opening />
          )}
        </ErrorBoundary>
      </main>
      {hasView && (
        <Suspense fallback={null}>
          <HelpLayer />
        </Suspense>
      )}
    </>
  );
}

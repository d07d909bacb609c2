import { type ComponentType, type ReactNode, Suspense } from 'react';
import { usePlace } from '../../store/place';
import { useView } from '../../store/session';
import { PlaceLink } from './PlaceLink';
import { Skeleton } from './states';

interface TabbedScreenProps<T extends string> {
  /** Its class, and `screen-…` for tests. */
  readonly screen: string;
  /** The screen itself is there with its tabs; without it, the parts tell when they are. */
  readonly ready?: string;
  readonly title: string;
  readonly tabsLabel: string;
  /** Parts by the name that the address gives them, each fetched when it is opened; the first one where it names none. */
  readonly tabs: Readonly<Record<T, ComponentType>>;
  readonly nameOf: (tab: NoInfer<T>) => string;
  /** What stands above the tabs. */
  readonly children?: ReactNode;
}

/** A screen of several parts, one of them shown; nothing before there are figures. */
export function TabbedScreen<T extends string>(props: TabbedScreenProps<T>) {
  const { screen, ready, title, tabsLabel, tabs, nameOf, children } = props;
  const view = useView();
  const { free } = usePlace();
  const names = Object.keys(tabs) as T[];
  const shown = names.find((name) => name === free.tab) ?? names[0]!;
  const Part: ComponentType = tabs[shown];
  if (!view) return null;
  return (
    <div className={screen} data-testid={`screen-${screen}`} data-ready={ready}>
      <h1 className="visually-hidden">{title}</h1>
      {children}
      <nav className="tabs" aria-label={tabsLabel}>
        {names.map((name) => (
          <PlaceLink key={name} to={{ free: { tab: name } }} current={name === shown ? 'page' : undefined}>
            {nameOf(name)}
          </PlaceLink>
        ))}
      </nav>
      <Suspense fallback={<Skeleton lines={6} />}>
        <Part />
      </Suspense>
    </div>
  );
}

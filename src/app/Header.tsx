import { useEffect } from 'react';
import { setPrintMark } from '../platform/print-words';
import { SCREENS, THEME_CHOICES, type ThemeChoice } from '../store/place-address';
import { chooseLanguage, chooseTheme, useLang, usePlace, useThemeChoice } from '../store/place';
import { toggleHelp } from '../store/help';
import { useSession } from '../store/session';
import { Button, Select } from '../views/parts/Button';
import { PlaceLink } from '../views/parts/PlaceLink';
import { useT } from '../views/parts/use-text';
import { AsOf } from './AsOf';
import { RulesMark } from './RulesMark';
import { APP_TEXT } from './text';

const THEME_KEYS = { light: 'themeLight', dark: 'themeDark', auto: 'themeAuto' } as const;

export function Header() {
  const t = useT(APP_TEXT);
  const { screen } = usePlace();
  const lang = useLang();
  const choice = useThemeChoice();
  const demonstration = useSession((s) => s.view?.demonstration ?? false);
  const mark = demonstration ? t('demonstration') : '';
  useEffect(() => setPrintMark(mark), [mark]);
  return (
    <header className="header">
      <PlaceLink to={{ screen: 'overview' }} className="brand">
        <strong>{t('product')}</strong> <span>{t('productLong')}</span>
      </PlaceLink>
      <nav className="nav" aria-label={t('screens')}>
        {SCREENS.map((s) => (
          <PlaceLink key={s} to={{ screen: s }} current={s === screen ? 'page' : undefined}>
            {t(s)}
          </PlaceLink>
        ))}
      </nav>
      <div className="header-tools">
        {mark && <span className="demonstration">{mark}</span>}
        <AsOf />
        <RulesMark />
        <Button
          look="plain"
          lang={lang === 'zh' ? 'en' : 'zh-CN'}
          aria-label={t('languageTitle')}
          title={t('languageTitle')}
          onClick={() => chooseLanguage(lang === 'zh' ? 'en' : 'zh')}
        >
          {t('language')}
        </Button>
        <Button look="plain" aria-keyshortcuts="F1" title={t('helpTitle')} onClick={() => toggleHelp(true)}>
          {t('help')}
        </Button>
        <Select<ThemeChoice>
          label={t('theme')}
          className="theme-choice"
          value={choice}
          options={THEME_CHOICES.map((value) => ({ value, label: t(THEME_KEYS[value]) }))}
          onChange={chooseTheme}
        />
      </div>
    </header>
  );
}

import { useState } from 'react';
import { defineText } from '../../base/text';
import { copyText } from '../../platform/clipboard';
import type { AssessmentView } from '../../platform/engine-api';
import { addressOf, exactPlace } from '../../store/exact-link';
import { useLang, usePlace } from '../../store/place';
import { Button } from './Button';
import { useT } from './use-text';

const TEXT = defineText({
  copy: { zh: '复制链接', en: 'Copy link' },
  hint: {
    zh: '固定期间、数据截至日、规则版本和语言：以后打开也是同一画面',
    en: 'With period, day of knowledge, rules and language pinned: it opens the same view later as well',
  },
  copied: { zh: '已复制', en: 'Copied' },
  failed: { zh: '浏览器不允许复制', en: 'The browser does not allow it' },
});

/** The exact link to what is on the screen, onto the clipboard. */
export function CopyLink({ view }: { readonly view: AssessmentView }) {
  const t = useT(TEXT);
  const lang = useLang();
  const place = usePlace();
  const [told, setTold] = useState<'' | 'copied' | 'failed'>('');
  const copy = async (): Promise<void> => {
    setTold((await copyText(addressOf(exactPlace(place, view, lang)))) ? 'copied' : 'failed');
  };
  return (
    <>
      <Button look="plain" title={t('hint')} onClick={() => void copy()}>
        {t('copy')}
      </Button>
      <span role="status" className="quiet">
        {told !== '' && t(told)}
      </span>
    </>
  );
}

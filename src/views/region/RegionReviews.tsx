import { STAGE_NAMES } from '../../response/trail/text';
import { useLang } from '../../store/place';
import { useResponse } from '../../store/use-response';
import { PlaceLink } from '../parts/PlaceLink';
import { useT } from '../parts/use-text';
import { REGION_TEXT } from './text';

/** Reviews of the response plan that are under way for a region, each with its stage, as links. Needs the trail: fetched by itself. */
export function RegionReviews({ code }: { readonly code: string }) {
  const t = useT(REGION_TEXT);
  const lang = useLang();
  const cases = useResponse((s) => s.state.cases);
  const open = [...cases.values()].filter(({ regionCode, stage }) => regionCode === code && stage !== 'closed');
  return open.map(({ id, stage, title }) => (
    <span key={id}>
      {' · '}
      <PlaceLink to={{ screen: 'response', free: { tab: 'cases', case: id } }}>
        {t('review', { title, stage: STAGE_NAMES[stage][lang] })}
      </PlaceLink>
    </span>
  ));
}

import { defineText } from '../base/text';

/** Offices by layer, as a choice and before a region's name. */
export const LAYER_NAMES = defineText({
  county: { zh: '旗县级', en: 'Banner or county' },
  league: { zh: '盟市级', en: 'League or city' },
  region: { zh: '自治区级', en: 'Autonomous region' },
});

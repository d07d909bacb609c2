import type { Text } from '../../base/text';
import type { Place, PlacePatch } from '../../store/place-address';

/** What a step of the tour is judged by: where the user is, and what really happened. */
export interface TourFacts {
  readonly place: Place;
  /** Code of the region with the highest level and index now; null where none is graded. */
  readonly worst: string | null;
  readonly actorChosen: boolean;
  /** Warnings that somebody acknowledged, and reviews that were opened, in this browser. */
  readonly acknowledged: number;
}

export interface TourStep {
  readonly id: string;
  readonly job: 'watch' | 'act' | 'brief';
  readonly todo: Text;
  readonly why: Text;
  /** Where it is done. */
  readonly to: (facts: TourFacts) => PlacePatch;
  readonly done: (facts: TourFacts) => boolean;
}

const both = (zh: string, en: string): Text => ({ zh, en });

/** The three jobs, on the figures that are loaded. A step is done when it was really done, however one came to it. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    id: 'worst-region',
    job: 'watch',
    todo: both('打开等级最高的地区', 'Open the region at the highest level'),
    why: both('总览第一行已点名；地区页说明为什么。', 'The first line of the overview names it; its screen says why.'),
    to: ({ worst }) => ({ screen: 'region', region: worst }),
    done: ({ place, worst }) => place.screen === 'region' && worst !== null && place.region === worst,
  },
  {
    id: 'earlier-day',
    job: 'watch',
    todo: both('看看以前某一天会怎样判断', 'See what would have been judged on an earlier day'),
    why: both('页首“截至”换一天：只用当天已知的数据。', '“As known on” at the top: only what was known on that day.'),
    to: () => ({ screen: 'overview' }),
    done: ({ place }) => place.asof !== null,
  },
  {
    id: 'choose-office',
    job: 'act',
    todo: both('选择角色：以哪个机构的身份办理', 'Choose a role: the office for which you act'),
    why: both(
      '权限和时限随机构层级不同；角色自选，不作认证。',
      'What may be done depends on its layer; it is chosen, not authenticated.',
    ),
    to: () => ({ screen: 'warnings', asof: null }),
    done: ({ actorChosen }) => actorChosen,
  },
  {
    id: 'acknowledge',
    job: 'act',
    todo: both('签收一条预警', 'Acknowledge a warning'),
    why: both(
      '记入留痕，可撤销；时钟转到“核实”。',
      'It goes into the trail and can be taken back; the clock moves on to “verify”.',
    ),
    to: () => ({ screen: 'warnings', asof: null }),
    done: ({ acknowledged }) => acknowledged > 0,
  },
  {
    id: 'make-briefing',
    job: 'brief',
    todo: both('一键生成本月简报', 'Make this month’s briefing'),
    why: both(
      '文字和图表都出自当前判断，每个数字有来处。',
      'Words and charts come from the present judgement; every number says where it is from.',
    ),
    to: () => ({ screen: 'briefing', asof: null, free: { tab: null } }),
    done: ({ place }) => place.screen === 'briefing' && place.free.draft !== undefined,
  },
  {
    id: 'show',
    job: 'brief',
    todo: both('全屏放映', 'Present it full screen'),
    why: both(
      '方向键翻页，B 黑屏，S 讲者视图，Esc 返回。',
      'Arrow keys turn pages, B is black, S the speaker’s view, Esc returns.',
    ),
    to: () => ({ screen: 'briefing', asof: null, free: { show: 'present' } }),
    done: ({ place }) => place.screen === 'briefing' && place.free.show === 'present',
  },
];

/** State of the tour as it is kept in this browser: `offered` until the user says yes or no. */
export interface TourState {
  readonly phase: 'offered' | 'running' | 'closed';
  readonly done: readonly string[];
}

export const FRESH_TOUR: TourState = { phase: 'offered', done: [] };

/** What was kept; anything else counts as a first visit. */
export function readTour(kept: string | null): TourState {
  try {
    const raw: unknown = JSON.parse(kept ?? '');
    if (typeof raw !== 'object' || raw === null) return FRESH_TOUR;
    const { phase, done } = raw as Record<string, unknown>;
    if (phase !== 'offered' && phase !== 'running' && phase !== 'closed') return FRESH_TOUR;
    const ids = Array.isArray(done) ? done : [];
    return { phase, done: TOUR_STEPS.map((s) => s.id).filter((id) => ids.includes(id)) };
  } catch {
    return FRESH_TOUR;
  }
}

/** The tour with the steps that the facts show to be done; the same object where nothing is new. */
export function advanceTour(tour: TourState, facts: TourFacts): TourState {
  if (tour.phase !== 'running') return tour;
  const done = TOUR_STEPS.filter((s) => tour.done.includes(s.id) || s.done(facts)).map((s) => s.id);
  return done.length === tour.done.length ? tour : { ...tour, done };
}

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleExhibit } from '../../mock-data/exhibits';
import { levelNumeral, WARNING_LEVELS } from '../../src/base/level';
import { blockLayout } from '../../src/charts/tile-layout';
import { BRIEF_FORMATS } from '../../src/cli/brief-writers';
import { OF_LEVEL, certaintyOf, responsesOf, urgencyOf } from '../../src/briefing/alerts/mapping';
import type { Message } from '../../src/briefing/alerts/message';
import { BRIEFING_KINDS, type Exhibit } from './doc-types';

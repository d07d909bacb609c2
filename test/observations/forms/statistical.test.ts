import { describe, expect, test } from 'vitest';
import { breakdownPart, conceptOf, statusWord, unitWord } from '../../../src/observations/forms/statistical-codes';
import { sdmxSheet } from '../../../src/observations/forms/sdmx-sheet';
import { rowSheet } from '../../../src/observations/forms/row-sheet';
import { cellText } from '../../../src/observations/tables/sheet';

async function read(text: string): Promise<string[]> {
  const rows: string[] = [];
  const sheet = rowSheet(
    '',
    text.split('\n').map((line) => line.split(',')),
  );
  await sdmxSheet(sheet).scan(({ cells }) => rows.push(cells.map(cellText).join(',')));
  return rows;
}

describe('what is measured, of whom, adjusted how', () => {
  test('monthly unemployment as Eurostat publishes it: parts never mix with the whole', async () => {
    const head = 'DATAFLOW,LAST UPDATE,freq,s_adj,age,unit,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS';
    const row = (rest: string): string => `ESTAT:UNE_RT_M(1.0),04/03/26 11:00:00,M,${rest}`;
    expect(
      await read(
        [
          head,
          row('SA,TOTAL,PC_ACT,T,AT,2022-01,4.8,p,'),
          row('SA,Y_LT25,PC_ACT,T,AT,2022-01,9.1,,'),
          row('SA,Y25-74,PC_ACT,F,AT,2022-01,4.1,bu,'),
          row('NSA,TOTAL,THS_PER,T,AT,2022-01,231,,'),
          row('NSA,10,THS_PER,T,AT,2022-01,17,,'),
          row('SA,TOTAL,PC_POP,T,AT,2022-01,3.4,,'),
          row('SA,TOTAL,PC_ACT,T,AT,2022-02,:,,'),
        ].join('\n'),
      ),
    ).toEqual([
      'region_code,region_name,indicator,time_period,value,unit,obs_status',
      'AT,,unemployment_rate_sa,2022-01,4.8,%,provisional',
      'AT,,unemployment_rate_sa_age_lt25,2022-01,9.1,%,',
      'AT,,unemployment_rate_sa_age25_74_female,2022-01,4.1,%,suspect',
      'AT,,unemployed_persons_nsa,2022-01,231,千人,',
      // A code that is not known as the whole is a part.
      'AT,,unemployed_persons_nsa_age10,2022-01,17,千人,',
      'AT,,unemployment_rate_sa_of_population,2022-01,3.4,%,',
      'AT,,unemployment_rate_sa,2022-02,,%,',
    ]);
  });
  test('an indicator of the catalogue by its id, and a measure by its name', async () => {
    expect(
      await read(
        'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,COMMENT\n' +
          'dataflow,X:Y(1.0),I,150200,registered_unemployment_rate,M,2018-01,4.1,percent,A,none',
      ),
    ).toEqual([
      'region_code,region_name,indicator,time_period,value,unit,obs_status',
      '150200,,registered_unemployment_rate,2018-01,4.1,percent,',
    ]);
    expect(
      await read(
        'DATAFLOW,REF_AREA: Area,MEASURE: Measure,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT\n' +
          'OECD:X(1.0),KOR: Korea,JOBS: Vacancies,2018-01,41,PS,3',
      ),
    ).toEqual(['region_code,region_name,indicator,time_period,value,unit', 'KOR,Korea,Vacancies,2018-01,41,千人']);
  });
  test('a table without figures goes through as it is', async () => {
    expect(await read('DATAFLOW,geo\nX,DE')).toEqual(['DATAFLOW,geo', 'X,DE']);
  });
});

test.each([
  ['', ''],
  ['A', ''],
  ['p', 'provisional'],
  ['bp', 'provisional'],
  ['u', 'suspect'],
  ['F', 'imputed'],
  ['final', 'final'],
])('the flag %j is the status %j', (flag, status) => expect(statusWord(flag)).toBe(status));

test.each([
  ['PC_ACT', '', '%'],
  ['THS_PER', '', '千人'],
  ['PS', '3', '千人'],
  ['PERS', '0', '人'],
  ['EUR', '6', 'EUR'],
])('the unit %s with power %j is %s', (code, power, word) => expect(unitWord(code, power)).toBe(word));

test('concepts and parts', () => {
  expect(conceptOf('Unemployment by sex and age', '%')).toBe('unemployment_rate');
  expect(conceptOf('Unemployment by sex and age', '千人')).toBe('unemployed_persons');
  expect(conceptOf('Industrial production', '%')).toBeNull();
  expect(breakdownPart('age', 'Y_LT25')).toBe('age_lt25');
  expect(breakdownPart('citizen', 'EU27-FOR')).toBe('citizen_eu27_for');
});

import { usePlace } from '../../../store/place';
import { useResponse } from '../../../store/use-response';
import { Skeleton } from '../../parts/states';
import { ActingProvider } from './ActingProvider';
import { CaseList } from './CaseList';
import { CasePage } from './CasePage';
import './case.css';

/** Reviews of the response plan: the list, or the one that the address names (`?case=`). */
export function CasesPart() {
  const { free } = usePlace();
  const phase = useResponse((s) => s.phase);
  if (phase === 'loading') return <Skeleton lines={6} />;
  // Why it cannot be read stands above, on the bar of the chain.
  if (phase === 'failed') return null;
  return <ActingProvider>{free.case === undefined ? <CaseList /> : <CasePage id={free.case} />}</ActingProvider>;
}

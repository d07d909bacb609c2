import { defineText } from '../base/text';

/** What a feed's failure means and what can be done, beyond FEED_TEXT. */
export const FEED_FAILURE_TEXT = defineText({
  status: {
    zh: '数据接口答复了错误状态 {status}（{meaning}）',
    en: 'The feed answered with error status {status} ({meaning})',
  },
  denied: { zh: '未获准访问', en: 'access refused' },
  notFound: { zh: '没有这个地址', en: 'no such address' },
  tooMany: { zh: '请求过于频繁', en: 'too many requests' },
  busy: { zh: '接口服务器故障或繁忙', en: 'the server of the feed is in trouble or busy' },
  other: { zh: '请求未被接受', en: 'the request was not accepted' },
  redirect: {
    zh: '数据接口转到了另一地址；为免泄露请求头，未予跟随，请直接填写最终地址',
    en: 'The feed redirects elsewhere; so that the headers are not given away it was not followed: enter the final address',
  },
  todoDenied: {
    zh: '请在“数据”页核对数据接口的请求头（密钥是否有误或过期），或向接口管理人员申请权限',
    en: 'Check the headers of the feed on the data screen (a wrong or expired key), or ask those who run the feed for access',
  },
  todoNotFound: {
    zh: '请在“数据”页核对数据接口的地址，或询问接口管理人员',
    en: 'Check the address of the feed on the data screen, or ask those who run the feed',
  },
});

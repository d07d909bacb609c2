import {
  AlignmentType,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import type { Lang } from '../base/text';
import { type Face, faceOf, type Role } from './layout';

/** Word measures in half-points (sizes) and in twentieths of a point (everything else). */
const half = (pt: number): number => Math.round(pt * 2);
export const twips = (pt: number): number => Math.round(pt * 20);

/** Font and size of a role. `hint`: quotation marks, dashes and Roman numerals stand in the Chinese face, full width. */
export function runOf(face: Face, role: Role, lang: Lang): IRunStylePropertiesOptions {
  const { east, west, sizePt } = face.type[role];
  return {
    font: {
      ascii: west[0]!,
      hAnsi: west[0]!,
      cs: west[0]!,
      eastAsia: east[0]!,
      ...(lang === 'zh' && { hint: 'eastAsia' }),
    },
    size: half(sizePt),
    color: '000000',
    bold:
      face.boldHeadings &&
      (role === 'title' || role === 'tableHead' || role === 'caption' || role.startsWith('heading')),
    italics: false,
  };
}

/** Style ids of the roles; headings are Word's own, so that its outline finds them. */
export const STYLE_IDS: Readonly<Record<Role, string>> = {
  issuer: 'FsIssuer',
  title: 'FsTitle',
  body: 'FsBody',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  heading4: 'Heading4',
  table: 'FsTable',
  tableHead: 'FsTableHead',
  caption: 'FsCaption',
  page: 'FsPage',
  mark: 'FsMark',
  copies: 'FsCopies',
};

const CENTRED: readonly Role[] = ['issuer', 'title', 'tableHead', 'caption', 'mark'];
const INDENTED: readonly Role[] = ['body', 'heading1', 'heading2', 'heading3', 'heading4'];

function paragraphStyle(role: Role, lang: Lang): Omit<IParagraphStyleOptions, 'id' | 'name'> {
  const face = faceOf(lang);
  const line = twips(role === 'table' || role === 'tableHead' ? face.tableLinePt : face.linePt);
  const heading = role.startsWith('heading');
  const apart = lang === 'en' && (role === 'body' || heading);
  return {
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      ...runOf(face, role, lang),
      ...(INDENTED.includes(role) && face.tightenPt > 0 && { characterSpacing: -twips(face.tightenPt) }),
    },
    paragraph: {
      alignment: CENTRED.includes(role)
        ? AlignmentType.CENTER
        : role === 'body' && lang === 'zh'
          ? AlignmentType.BOTH
          : AlignmentType.LEFT,
      spacing: {
        before: apart && heading ? twips(8) : 0,
        after: apart ? twips(6) : 0,
        line,
        // A page number or a mark takes what it needs; the text keeps to its lines.
        lineRule: lang === 'zh' && role !== 'page' && role !== 'mark' ? LineRuleType.EXACT : LineRuleType.AT_LEAST,
      },
      ...(INDENTED.includes(role) &&
        face.indentChars > 0 && {
          indent: {
            firstLine: twips(face.indentChars * (face.type.body.sizePt - face.tightenPt)),
            firstLineChars: face.indentChars * 100,
          },
        }),
      ...((heading || role === 'caption' || role === 'title') && { keepNext: true }),
    },
  };
}

/** All styles of a paper in one language: nothing in it is formatted by hand. */
export function stylesOf(lang: Lang): IStylesOptions {
  const own = (Object.keys(STYLE_IDS) as Role[]).filter((role) => !role.startsWith('heading'));
  return {
    default: {
      document: {
        run: {
          ...runOf(faceOf(lang), 'body', lang),
          language: { value: lang === 'zh' ? 'zh-CN' : 'en-GB', eastAsia: 'zh-CN' },
        },
      },
      heading1: paragraphStyle('heading1', lang),
      heading2: paragraphStyle('heading2', lang),
      heading3: paragraphStyle('heading3', lang),
      heading4: paragraphStyle('heading4', lang),
    },
    paragraphStyles: own.map((role) => ({
      id: STYLE_IDS[role],
      name: STYLE_IDS[role],
      ...paragraphStyle(role, lang),
    })),
  };
}

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, type KeyBinding, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Finding, Level } from "tls-rules";
import type { Failure } from "./judge-code.js";
import type { Language } from "./languages.js";

const severities: Readonly<Record<Level, Diagnostic["severity"]>> = {
  error: "error",
  warning: "warning",
  note: "info",
};

/** Colours are variables of the page, so that they follow its light and dark mode. */
const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.regexp, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-constant)" },
  { tag: tags.comment, color: "var(--code-comment)", fontStyle: "italic" },
  { tag: [tags.typeName, tags.className], color: "var(--code-type)" },
  { tag: tags.function(tags.variableName), color: "var(--code-function)" },
]);

const findingKeymap: readonly KeyBinding[] = [
  { key: "F8", run: nextDiagnostic },
  { key: "Shift-F8", run: previousDiagnostic },
];

const languageOf = (language: Language) =>
  javascript({ jsx: language === "javascript", typescript: language === "typescript" });

export interface CodeEditor {
  setCode(code: string): void;
  setLanguage(language: Language): void;
  /** Marks findings, or the place where the code cannot be read. */
  setFindings(findings: readonly Finding[], failure: Failure | undefined): void;
  /** Selects a range and brings the keyboard's focus to it. */
  reveal(start: number, end: number): void;
  close(): void;
}

/** An editor with a name for screen readers; Tab leaves it, as everywhere on the page. */
export function createCodeEditor(
  parent: HTMLElement,
  code: string,
  initial: Language,
  label: string,
  onChange: (code: string) => void,
): CodeEditor {
  const language = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: code,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        EditorView.lineWrapping,
        syntaxHighlighting(highlighting),
        keymap.of([...defaultKeymap, ...historyKeymap, ...findingKeymap]),
        language.of(languageOf(initial)),
        EditorView.contentAttributes.of({ "aria-label": label }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onChange(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setCode(fresh) {
      if (fresh !== view.state.doc.toString())
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: fresh } });
    },
    setLanguage: (name) => view.dispatch({ effects: language.reconfigure(languageOf(name)) }),
    setFindings(findings, failure) {
      const { length } = view.state.doc;
      view.dispatch(
        setDiagnostics(view.state, failure ? failureMark(failure, length) : findingMarks(findings, length)),
      );
    },
    reveal(start, end) {
      const { length } = view.state.doc;
      view.dispatch({
        selection: { anchor: Math.min(start, length), head: Math.min(end, length) },
        scrollIntoView: true,
      });
      view.focus();
    },
    close: () => view.destroy(),
  };
}

/** Findings may be of a text that has been edited since. */
function findingMarks(findings: readonly Finding[], length: number): readonly Diagnostic[] {
  const inside = findings.filter(({ range }) => range[1] <= length);
  return inside.map(({ range: [from, to], level, message }) => ({ from, to, severity: severities[level], message }));
}

function failureMark({ at, message }: Failure, length: number): readonly Diagnostic[] {
  if (!at) return [];
  const from = Math.min(at.offset, length);
  return [{ from, to: Math.min(from + 1, length), severity: "error", message }];
}

/** A program for each construct that makes scopes, names or uses of names; the path tells the language. */
export const constructs: Readonly<Record<string, string>> = {
  "hoisting.js": "a(); b = 1; function a() { b; { var b; let b2 = b; } } var b; a = 2;",
  "blocks.js": "let a = 1; { let a = 2; { a; const b = a; var c = b; } a; } b; c;",
  "functions.js":
    "function f(a, b = a, c = () => d, [e] = f, { g, h: i = g, ...j } = {}, ...k) { var d, a; return d + k; } f(f);",
  "function expressions.js":
    "var f = function g(a) { g; var g2 = g; return function g() { g = 1; }; }; g; (function () { this.x; })();",
  "own name hidden.js": "const f = function f(f) { f; }; (function g() { var g; g; })();",
  "arrows.js":
    "const f = (a, { b }) => a + b + c, g = async (x) => { await x; var y; y; }; y; ((p = () => q, q) => p)();",
  "defaults see no body.js":
    "const x = 1; function f(a = x, b = () => x) { var x = 2; return x; } function g(a = y) { function y() {} }",
  "arguments.js":
    "arguments; function f(a = arguments) { arguments[0]; (() => arguments)(); } function g() { var arguments = 1; arguments; { arguments; } } function h(arguments) { arguments; }",
  "catch.js":
    "try { a; } catch (a) { a; var a; } try {} catch ({ b, c = b }) { let b2; b; } try {} catch { a; } finally { a; }",
  "loops.js":
    "for (let i = 0, n = i; i < n; i++) { i; let i2; } for (var j = 0; ; j += k) j; for (;;) { break; } while (a) { let a; } do { let b; } while (b);",
  "loops over.js":
    "for (const [a, b = a] of a) { b; } for (var c in c) c; for (d of e) {} for ([d, { e = f }] of g) {} for (h.i in j) {} for (const k in k) for (const k of k) k; for (let [l = m] in n);",
  "switch.js": "switch (a) { case a: let a = 1; case 2: { a; } default: var b = a; function c() {} } a; b; c;",
  "with.js": "var a; with (a) { a; b = a; var c; } c;",
  "labels.js": "a: for (;;) { b: { break b; } continue a; } var a;",
  "eval.js": "var a; function f() { eval('a'); a; b; }",
  "properties.js":
    "var a, b; ({ a, b: a, [a]: b, a() { a; }, get b() { return b; }, ...a }); a.b; a[b]; a?.b?.[b]?.(a); a.a.a = b;",
  "assignments.js":
    "var a, b; a = b; a += b; a ??= b; a++; --a; a.b = b; a[b]++; delete a.b; typeof a; (a) = b; ({}).x = a; c = d = a; a ||= b &&= a;",
  "destructuring.js":
    "var a, b; ({ a, b } = c); ({ a: b = a, [a]: b, ...a.b } = c); [a, , b = 1, [a = b] = c, ...b] = d; [a.b, a[b]] = c; ({ x: [{ a = 1 } = 2] = 3 } = 4); [{ [a]: b, a }] = c;",
  "declared patterns.js":
    "var { a, b: { c = a } = a, ...d } = e, [f = 1, [g = f] = a] = h; let { [a]: i, [i]: j = i } = i; const [{ k = 1 } = 2] = [{ l: { m = k } = a } = 3], n = k;",
  "templates.js":
    "var a; `${a} ${`${b}`}`; a`x${a}`; new a(a, ...a); import(a); a?.(); [a, , ...a]; (a, b); a ? a : b; -a; !a;",
  "async.mjs":
    "async function* f(a) { await a; for await (const b of a) yield b; yield* f(); } function g() { new.target; } import.meta.a;",
  "classes.js":
    "class A extends B(A) { a = A; [b] = c; static d = () => this.d; #e = 1; static { var f = A; let g; f; } get [h]() { return #e in this; } constructor(i = A) { super(i); } static async *j() {} } A; new A(); (class C { c = C; }); (class { m() { A = 1; } }); C;",
  "default class.mjs": "export default class { a = b; }",
  "default function.mjs": "export default function () { a; }",
  "default name.mjs": "const a = 1; export default a; export { a, a as b, c };",
  "modules.mjs":
    "import a, { b, c as d, default as e } from 'x'; import * as f from 'y' with { type: 'json' }; export { a, b as bb }; export * from 'z'; export * as g from 'z'; export { h } from 'z'; export const i = f, { j = b } = d; export function k() { return k; } export class L extends e {} var m; var m; { b; }",
  "strict.js": "'use strict'; a = 1; var b; function f() { 'use strict'; c = b; }",
  "return at the top.js": "var a = 1; if (a) return; let b = a; function a() {}",
  "React.jsx":
    "import React from 'react'; function a() { return <div><B c={d} {...e}>{f}</B></div>; } <></>; <a.b.c/>; <this.x/>; <React.Fragment key={React}/>; <_x $y={<Z/>}/>; <svg:a/>;",
  "React, declared late.jsx": "function a() { return <div/>; } const React = require('react'); <a>text</a>;",
  "React, in a function.jsx": "function f(React) { return () => { { return <a/>; } }; } <b/>;",
  "Flow.js": "function f(a: T, b: { c: U }): V { return a; }",

  "annotations.ts":
    "let a: T = 1, { b }: { b: U } = a; function f<T extends U = V>(this: W, a: T, b?: X, c: Y = 1, ...d: Z[]): a is T { let t: T; return <T>a; } const g = (a: T): T => a as T, h = a!; let i = a satisfies T;",
  "types.ts":
    "interface A<T> extends B<T>, C.D { a: T; b(c: T, d: typeof c): A<T>; [e: string]: F; (g: H): I; new (j: K): L; readonly [m]: N; [o](): P; get q(): R; } type S<T = A<U>> = T | S<T>[] | { [K in keyof T as `x${K}`]?: T[K] } | [a: T, b?: U, ...c: V[]]; interface A<T> { x: T }",
  "conditional types.ts":
    "type A<T> = T extends (infer U extends T)[] ? U : T extends (a: infer V, ...b: infer W) => infer X ? [V, W, X] : U; type B<T> = T extends { [K in infer L]: infer M } ? L | M : L; type C = infer_; type infer_ = 1;",
  "function types.ts":
    "type A = <T, U extends T>(a: T, { b }: U, ...c: T[]) => asserts a is T; type B = new <T>(a: T) => typeof a; type C = abstract new (a: A) => void; type D = (this: E, a?: F) => asserts a; let f: (g: typeof f) => typeof g.h;",
  "type queries.ts":
    "import a = b.c; import d = require('d'); type A = typeof a.b.c<T>; type B = typeof import('x'); type C = import('x', { with: { a: 'b' } }).D<T>; type E = typeof this; export import f = a.g; export = a;",
  "type imports.ts":
    "import type A from 'a'; import { type B, C } from 'c'; export type { A }; export { type B, C as D }; let a: A, b: B<C>; type X = C; new C<A>(); export type Y = X;",
  "values and types of one name.ts":
    "type a = 1; let x: a; function f() { let a: a = 1; a; { type a = 2; a; let y: a; } } interface b {} const b: b = b; class C {} let c: C = C; { let C: C; C; } function d<T>() { T; let T: T; T; }",
  "exports of either.ts":
    "interface A {} const A = 1; type B = A; namespace N { export { A, B }; let B; } export { A, B, N };",
  "enums.ts":
    "enum A { a, b = a, 'c' = b, d = c | A.a, e = f, ['g'] = 1 } declare const enum B { x = A.a } enum A { h = a } let c = A.c; A = 1; { let a = b; }",
  "namespaces.ts":
    "namespace A { export var b = 1; let c = b; namespace D { b; } } namespace A.E.F { A; } declare module 'm' { let g; export default g; } declare module 'n'; declare global { var h; interface Window { i: A } } namespace A { b; } b;",
  "declarations.ts":
    "declare let a: A; declare function f(a: typeof a): void; declare function f(b: B): typeof b; function g(a: string): void; function g(a: number): void; function g(a: any) { a; } declare class C { m(a: A): void; p: P } export declare const d: typeof a; export as namespace E;",
  "classes with types.ts":
    "abstract class A<T> extends B<T, A<T>> implements C<T>, D.E { private a: T; abstract b: T; abstract c(d: T): void; declare e: T; constructor(public f: T, readonly g = f, protected h?: A<T>) { super(f); } i?(j: T): j is T; accessor k: T = l; [m: string]: T; n<U>(o: U): U { return o as T; } abstract accessor p: T; static q = <T,>(r: T) => r; }",
  "decorators.ts":
    "@a(b) class A { @c d = e; @f() g(@h i: I, @j(k) l = m) {} constructor(@A n: A) {} @o static p; @q accessor r = 1; @s get [t]() { return 1; } } export default @u class {} @v export class V {}",
  "assertions assigned to.ts":
    "let a, b; (a as T) = b; (<T>a) += b; a! = b; a!++; (a as T)--; (a.b as T) = b; a.b!++; (a satisfies T).b = b; [a!, b.c!] = a; for (a! of b);",
  "instantiations.ts":
    "const a = b<T>, c = new D<T>(e), f = g<U>`x${h}`; i<J>(k); l?.<M>(n); type O = typeof a<P>; <const>a; a as const;",
  "types.tsx": "const a = <T,>(b: T) => <C<T> d={b as T}>{(e: F) => e}</C>;",
};

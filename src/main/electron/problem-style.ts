/**
 * Style of the problem page, served under the app's own protocol: the policy takes no inline style.
 * Kept in the program, so that it is there when the built pages are not; colours as in tokens.css.
 */
export const PROBLEM_STYLE = `
:root {
  color-scheme: dark;
  --bg: #0e1115;
  --surface: #14181e;
  --hover: #212834;
  --line: #38424f;
  --text: #e8ecf1;
  --text-2: #a9b3c0;
  --danger: #ff6b63;
  --go: #2fb98a;
  --go-ink: #04150f;
  --focus: #8cc4ff;
}
[data-theme='light'] {
  color-scheme: light;
  --bg: #f4f5f7;
  --surface: #ffffff;
  --hover: #eef1f5;
  --line: #c5ccd5;
  --text: #171b21;
  --text-2: #4b5563;
  --danger: #bf1244;
  --go: #097250;
  --go-ink: #ffffff;
  --focus: #1c67c6;
}
* {
  box-sizing: border-box;
  margin: 0;
}
body {
  display: grid;
  place-content: center;
  min-height: 100vh;
  padding: 24px;
  background: var(--bg);
  color: var(--text);
  font: 400 15px/1.6 Inter, 'SF Pro Text', 'Segoe UI', 'PingFang SC', 'Noto Sans SC',
    'Noto Sans CJK SC', 'Microsoft YaHei', system-ui, sans-serif;
}
main {
  width: min(640px, calc(100vw - 48px));
  padding: 28px 32px;
  border: 1px solid var(--line);
  border-top: 3px solid var(--danger);
  border-radius: 10px;
  background: var(--surface);
}
.product {
  color: var(--text-2);
  font-size: 13px;
}
h1 {
  margin: 4px 0 16px;
  font-size: 20px;
  font-weight: 600;
  line-height: 1.3;
}
p {
  overflow-wrap: anywhere;
  user-select: text;
}
dl {
  display: grid;
  grid-template-columns: auto 1fr;
  gap: 4px 12px;
  margin-top: 20px;
  padding-top: 16px;
  border-top: 1px solid var(--line);
  font-size: 13px;
}
dt {
  color: var(--text-2);
}
dd {
  overflow-wrap: anywhere;
  user-select: text;
}
nav {
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin-top: 24px;
}
a {
  padding: 6px 14px;
  border: 1px solid var(--line);
  border-radius: 6px;
  color: inherit;
  font-size: 13px;
  text-decoration: none;
}
a:hover {
  background: var(--hover);
}
a.main {
  border-color: var(--go);
  background: var(--go);
  color: var(--go-ink);
  font-weight: 600;
}
:focus-visible {
  outline: 2px solid var(--focus);
  outline-offset: 2px;
}
`;

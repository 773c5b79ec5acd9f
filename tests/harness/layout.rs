//! What does not fit on a screen, measured in the real window.

use crate::window::Window;
use serde_json::{Value, json};

/// Names everything that is cut off without a sign, and every control that cannot be reached.
///
/// A text may end in an ellipsis, and what scrolls may be longer than its frame; anything else that is clipped is a fault.
const CUT_OFF: &str = r#"
    const leastTitle = arguments[0];
    const faults = new Set();
    const name = (el) => {
        const at = el.closest('[data-testid]')?.dataset.testid ?? '';
        return `${el.tagName.toLowerCase()}.${[...el.classList].filter((own) => !own.startsWith('svelte')).join('.')} “${(el.textContent ?? '').trim().slice(0, 40)}” in ${at}`;
    };
    const styles = new Map();
    const style = (el) => {
        if (!styles.has(el)) styles.set(el, getComputedStyle(el));
        return styles.get(el);
    };
    const scrolls = (how) => how === 'auto' || how === 'scroll';
    const clips = (how) => how === 'hidden' || how === 'clip';
    const slack = 1.5;
    const seen = [...document.querySelectorAll('body *')].filter((el) =>
        el.checkVisibility({ visibilityProperty: true }) && !el.closest('.unseen, svg, option, [aria-hidden=true]') && el.getClientRects().length > 0);
    // What lies under a dialog is not used now.
    const dialog = document.querySelector('[role=dialog], [role=alertdialog]');
    for (const el of seen) {
        if (dialog && !dialog.contains(el)) continue;
        const rect = el.getBoundingClientRect();
        if (rect.width === 0 || rect.height === 0) continue;
        const isControl = el.matches('button, input, select, textarea, a[href], [role=tab], [role=radio]');
        let free = { x: false, y: false };
        const own = style(el);
        // Words for screen readers alone.
        if (own.clipPath === 'inset(50%)') continue;
        for (let frame = own.position === 'fixed' ? null : el.parentElement; frame; frame = frame.parentElement) {
            const around = style(frame);
            if (around.textOverflow === 'ellipsis' && around.whiteSpace === 'nowrap') free.x = true;
            if (Number(around.webkitLineClamp) > 0) free.y = true;
            const box = frame.getBoundingClientRect();
            for (const [axis, from, to] of [['x', 'left', 'right'], ['y', 'top', 'bottom']]) {
                const how = axis === 'x' ? around.overflowX : around.overflowY;
                if (scrolls(how)) free[axis] = true;
                else if (!free[axis] && clips(how) && (rect[to] > box[to] + slack || rect[from] < box[from] - slack)) {
                    faults.add(`cut off (${axis}, ${Math.round(Math.max(rect[to] - box[to], box[from] - rect[from]))} px): ${name(el)}, by ${name(frame)}`);
                    free[axis] = true;
                }
            }
            if (style(frame).position === 'fixed') break;
        }
        const outside = (!free.x && (rect.left < -slack || rect.right > innerWidth + slack)) || (!free.y && (rect.top < -slack || rect.bottom > innerHeight + slack));
        if (isControl && outside) faults.add(`outside of the window: ${name(el)}`);
        if (clips(own.overflowX) && own.textOverflow !== 'ellipsis' && el.scrollWidth > el.clientWidth + 2 && !el.matches('body, html, main, .shell'))
            faults.add(`text cut off (${el.scrollWidth - el.clientWidth} px): ${name(el)}`);
        if (el.matches('button') && !free.x && el.scrollWidth > el.clientWidth + 2 && !scrolls(own.overflowX))
            faults.add(`words wider than their button: ${name(el)}`);
    }
    for (const cell of document.querySelectorAll('td[data-field=title]')) {
        if (cell.checkVisibility() && cell.getBoundingClientRect().width < leastTitle)
            faults.add(`a title of ${Math.round(cell.getBoundingClientRect().width)} px: ${name(cell)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth + slack) faults.add('the page is wider than the window');
    return [...faults];
"#;

/// The least width of a column of titles, in CSS pixels.
const LEAST_TITLE: u32 = 220;

impl Window {
    /// What is cut off or out of reach on the screen as it is now; empty for nothing.
    #[must_use]
    pub fn cut_off(&self) -> Vec<String> {
        self.settles();
        let found = self
            .runs(CUT_OFF, &json!([LEAST_TITLE]))
            .expect("the page can be measured");
        let found = found.as_array().expect("a list of faults").iter();
        found.filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Waits until nothing moves any more.
    pub(crate) fn settles(&self) {
        let settled = "
            const done = arguments[arguments.length - 1];
            Promise.all(document.getAnimations().map((moving) => moving.finished.catch(() => {}))).then(() =>
                requestAnimationFrame(() => requestAnimationFrame(() => done(true))));";
        self.awaits(settled, &json!([]));
    }

    /// Makes the window so wide and high, in pixels of a page at its usual size.
    #[track_caller]
    pub fn is_sized(&self, width: u32, height: u32) {
        let frame = json!({ "x": 0, "y": 0, "width": width, "height": height });
        self.asks_for("/window/rect", &frame);
        self.waits(
            |window| {
                let seen = window.runs("return [innerWidth, innerHeight]", &json!([]));
                seen.unwrap_or_default().to_string()
            },
            |seen| seen == format!("[{width},{height}]"),
        );
    }
}

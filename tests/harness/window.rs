//! The real window, driven through WebDriver as a person would use it: looking, clicking, typing real keys.

use crate::desk::Desk;
use serde_json::{Value, json};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long a person would wait before calling it broken.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often to look again.
const GLANCE: Duration = Duration::from_millis(20);
/// What WebDriver calls the reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

static TURN: Mutex<()> = Mutex::new(());

/// A window on the screen. It closes when this is dropped.
#[derive(Debug)]
pub struct Window {
    driver: Child,
    session: String,
    answers: PathBuf,
    _turn: MutexGuard<'static, ()>,
}

impl Window {
    /// Opens the window on this machine with these arguments (files in the desk's folder). `TIMBANG_DRIVER` names
    /// tauri-driver, `TIMBANG_WINDOW` the program.
    #[must_use]
    pub fn opened(desk: &Desk, files: &[&str]) -> Self {
        let named = |name: &str| {
            std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run ./dev test"))
        };
        // The program lets one window of itself be open at a time: tests take turns.
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let answers = desk.data().join("answers.json");
        std::fs::write(&answers, "[]").expect("the machine's folder can be written");
        let (port, native) = (free_port(), free_port());
        let driver = Command::new(named("TIMBANG_DRIVER"))
            .args([
                "--port",
                &port.to_string(),
                "--native-port",
                &native.to_string(),
            ])
            .current_dir(desk.path("."))
            .env("TIMBANG_DATA", desk.data())
            .env("TIMBANG_ANSWERS", &answers)
            .env("TIMBANG_SHOWN", desk.data().join("shown.txt"))
            // What the page keeps of its user (language, theme) is this machine's alone.
            .env("XDG_DATA_HOME", desk.data().join("webview"))
            .env("XDG_CACHE_HOME", desk.data().join("webview-cache"))
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .stdout(Stdio::null())
            .spawn()
            .expect("tauri-driver starts");
        let mut window = Self {
            _turn: turn,
            driver,
            session: format!("http://127.0.0.1:{port}"),
            answers,
        };
        // Both must listen: tauri-driver passes on to WebKitWebDriver, which may come up later.
        for port in [port, native] {
            wait_for(|| {
                TcpStream::connect(SocketAddr::from(([127, 0, 0, 1], port)))
                    .map_err(|error| error.to_string())
            });
        }
        let files: Vec<PathBuf> = files.iter().map(|file| desk.path(file)).collect();
        let options = json!({ "application": named("TIMBANG_WINDOW"), "args": files });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "tauri:options": options } } });
        let session = window.post("/session", &wanted);
        window.session = format!(
            "{}/session/{}",
            window.session,
            session["sessionId"].as_str().expect("a session")
        );
        window
    }

    /// Gives the next file dialog its answer: these files of the desk's folder.
    pub fn will_choose(&self, desk: &Desk, files: &[&str]) {
        let known = std::fs::read(&self.answers).expect("answers");
        let mut answers: Vec<Vec<PathBuf>> = serde_json::from_slice(&known).expect("answers");
        answers.push(files.iter().map(|file| desk.path(file)).collect());
        std::fs::write(&self.answers, json!(answers).to_string()).expect("answers can be written");
    }

    /// The text of the first element that this CSS selector finds, once it is on the screen.
    #[track_caller]
    pub fn sees(&self, css: &str) -> String {
        let began = Instant::now();
        loop {
            if let Some(text) = self.sees_all(css).into_iter().next() {
                return text;
            }
            if began.elapsed() > PATIENCE {
                panic!(
                    "“{css}” does not come up; the window shows:\n{}",
                    self.sees_all("body").concat()
                );
            }
            std::thread::sleep(GLANCE);
        }
    }

    /// The texts of all elements that this CSS selector finds on the screen now. Asked of the page itself: WebDriver takes
    /// cells whose text may be cut short for hidden.
    #[must_use]
    pub fn sees_all(&self, css: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
            .map((element) => element.innerText)";
        let texts = self.post("/execute/sync", &json!({ "script": script, "args": [css] }));
        let texts = texts.as_array().expect("a list of texts").iter();
        texts
            .map(|text| text.as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// Clicks the first element that this CSS selector finds, once it can be clicked: enabled, and nothing lies over it, as a
    /// dialog does that is just going. Looked for again where the page draws it anew meanwhile.
    #[track_caller]
    pub fn clicks(&self, css: &str) {
        wait_for(|| {
            let at = format!("/element/{}", self.find(css));
            let enabled = self.ask("GET", &format!("{at}/enabled"), None);
            if enabled.is_ok_and(|enabled| enabled != json!(true)) {
                return Err(format!("“{css}” is disabled"));
            }
            match self.ask("POST", &format!("{at}/click"), Some(&json!({}))) {
                Ok(_) => Ok(()),
                Err(error) if is_moving(&error) => {
                    Err(format!("“{css}” cannot be clicked: {error}"))
                }
                Err(error) => panic!("“{css}” cannot be clicked: {error}"),
            }
        });
    }

    /// Types real keys into the first element that this CSS selector finds.
    #[track_caller]
    pub fn types(&self, css: &str, text: &str) {
        self.keys_into(text, || self.find(css));
    }

    /// Presses real keys wherever the focus is.
    #[track_caller]
    pub fn presses(&self, keys: &str) {
        self.keys_into(keys, || {
            let focused = self.get("/element/active");
            let focused = focused[ELEMENT].as_str().expect("something has the focus");
            focused.to_owned()
        });
    }

    /// Types into an element, which is looked for again where the page drew it anew before the first key.
    #[track_caller]
    fn keys_into(&self, keys: &str, find: impl Fn() -> String) {
        wait_for(|| {
            let at = format!("/element/{}/value", find());
            match self.ask("POST", &at, Some(&json!({ "text": keys }))) {
                Ok(_) => Ok(()),
                Err(error) if is_moving(&error) => Err(error),
                Err(error) => panic!("nothing can be typed into {at}: {error}"),
            }
        });
    }

    /// What a script of the page answers, with these `arguments`; none when the program is gone.
    #[must_use]
    pub fn runs(&self, script: &str, arguments: &Value) -> Option<Value> {
        let asked = json!({ "script": script, "args": arguments });
        self.ask("POST", "/execute/sync", Some(&asked)).ok()
    }

    /// What a script of the page answers when it calls its last argument.
    #[track_caller]
    pub fn awaits(&self, script: &str, arguments: &Value) -> Value {
        let asked = json!({ "script": script, "args": arguments });
        self.post("/execute/async", &asked)
    }

    /// Types real keys into what this CSS selector finds, or wherever the focus is; none when the program is gone.
    pub fn tries_keys(&self, css: Option<&str>, keys: &str) -> Option<()> {
        let found = match css {
            Some(css) => {
                let wanted = json!({ "using": "css selector", "value": css });
                self.ask("POST", "/element", Some(&wanted)).ok()?
            }
            None => self.ask("GET", "/element/active", None).ok()?,
        };
        let at = format!("/element/{}/value", found[ELEMENT].as_str()?);
        let typed = self.ask("POST", &at, Some(&json!({ "text": keys })));
        typed.ok().map(drop)
    }

    /// Ends the program as a power cut would: it gets no chance to write anything. Dropping the window then closes what
    /// drove it.
    pub fn is_killed(&self, desk: &Desk) {
        let ours = programs_of(&desk.data());
        assert!(!ours.is_empty(), "the program runs");
        kill(&ours);
    }

    /// Waits until what `look` sees is as `wanted` says.
    #[track_caller]
    pub fn waits(&self, look: impl Fn(&Self) -> String, wanted: impl Fn(&str) -> bool) -> String {
        let began = Instant::now();
        loop {
            let seen = look(self);
            if wanted(&seen) {
                return seen;
            }
            let waited = began.elapsed();
            assert!(waited < PATIENCE, "waited in vain; seen last: “{seen}”");
            std::thread::sleep(GLANCE);
        }
    }

    /// Takes a picture of the window, as PNG, once nothing moves any more.
    pub fn picture(&self, file: &Path) {
        self.settles();
        // The driver waits for the page to be drawn once more, which a page that stands still never is.
        let again = "let left = 40; const paint = setInterval(() => {
            document.documentElement.style.backgroundColor = --left % 2 ? 'rgb(0 0 0 / 0.4%)' : '';
            if (left === 0) clearInterval(paint);
        }, 50)";
        let _ = self.runs(again, &json!([]));
        let picture = self.get("/screenshot");
        let bytes = from_base64(picture.as_str().expect("a picture"));
        std::fs::write(file, bytes).expect("the picture can be written");
    }

    /// The id of the first such element, once it is on the screen.
    #[track_caller]
    fn find(&self, css: &str) -> String {
        self.sees(css);
        let found = self.post(
            "/element",
            &json!({ "using": "css selector", "value": css }),
        );
        found[ELEMENT].as_str().expect("an element").to_owned()
    }

    #[track_caller]
    fn get(&self, path: &str) -> Value {
        self.ask("GET", path, None)
            .unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Asks the driver for something, and drops its answer.
    #[track_caller]
    pub(crate) fn asks_for(&self, path: &str, body: &Value) {
        self.post(path, body);
    }

    #[track_caller]
    fn post(&self, path: &str, body: &Value) -> Value {
        self.ask("POST", path, Some(body))
            .unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub(crate) fn ask(
        &self,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Value, String> {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE * 4))
            .build()
            .into();
        let at = format!("{}{path}", self.session);
        let answered = match (method, body) {
            (_, Some(body)) => agent
                .post(&at)
                .content_type("application/json")
                .send(body.to_string()),
            ("DELETE", None) => agent.delete(&at).call(),
            (_, None) => agent.get(&at).call(),
        };
        let mut answered = answered.map_err(|error| error.to_string())?;
        let text = answered
            .body_mut()
            .read_to_string()
            .map_err(|error| error.to_string())?;
        let mut answer: Value =
            serde_json::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
        if answered.status().is_success() {
            Ok(answer["value"].take())
        } else {
            Err(text)
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // The session first, so that the window closes; then the driver, which takes WebKitWebDriver with it.
        let _ = self.ask("DELETE", "", None);
        let _ = Command::new("kill")
            .arg(self.driver.id().to_string())
            .status();
        let _ = self.driver.wait();
        // One that did not close would keep the next test's window from opening.
        if let Some(data) = self.answers.parent() {
            kill(&programs_of(data));
        }
    }
}

/// The running windows of the machine with this folder, as folders of `/proc`.
fn programs_of(data: &Path) -> Vec<PathBuf> {
    let program = std::env::var("TIMBANG_WINDOW").expect("opened by it");
    let program = std::fs::canonicalize(program).expect("the program");
    let data = format!("TIMBANG_DATA={}", data.display());
    let running = std::fs::read_dir("/proc").expect("processes");
    running
        .flatten()
        .map(|process| process.path())
        .filter(|at| {
            std::fs::read_link(at.join("exe")).is_ok_and(|exe| exe == program)
                && std::fs::read(at.join("environ")).is_ok_and(|environ| {
                    environ
                        .split(|byte| *byte == 0)
                        .any(|set| set == data.as_bytes())
                })
        })
        .collect()
}

fn kill(programs: &[PathBuf]) {
    for at in programs {
        let id = at.file_name().expect("a process has a number");
        let _ = Command::new("kill").arg("-9").arg(id).status();
        wait_for(|| {
            let gone = !at.join("exe").exists();
            gone.then_some(())
                .ok_or_else(|| format!("program {} runs on", id.display()))
        });
    }
}

/// A port nobody listens on.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("a port").port()
}

#[track_caller]
fn wait_for<T>(look: impl Fn() -> Result<T, String>) -> T {
    let began = Instant::now();
    loop {
        match look() {
            Ok(seen) => return seen,
            Err(why) => assert!(
                began.elapsed() < PATIENCE,
                "waited {PATIENCE:?} in vain: {why}"
            ),
        }
        std::thread::sleep(GLANCE);
    }
}

/// Whether the driver came while the page was being drawn: what it meant is gone, or something that is going lies over it.
fn is_moving(error: &str) -> bool {
    ["stale element", "element click intercepted"]
        .iter()
        .any(|moving| error.contains(moving))
}

fn from_base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut held, mut bits) = (0_u32, 0);
    for letter in text.bytes() {
        let six = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        held = held << 6 | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    bytes
}

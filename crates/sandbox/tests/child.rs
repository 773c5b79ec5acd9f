//! Work in a child process: what comes back, and what ends it. As the child this test starts itself.

#![allow(
    clippy::unwrap_used,
    reason = "tests without the harness that the lints know"
)]

use libtest_mimic::{Arguments, Trial};
use sandbox::{Frames, Limits, Program, Receive, SandboxError, run, serve};
use std::fs::File;
use std::io::{self, Read, Write};
use std::ops::ControlFlow;
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

/// The first argument of the child; the next is the work.
const CHILD: &str = "child";
const MIB: u64 = 1 << 20;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, work] = arguments.as_slice()
        && first == CHILD
    {
        return serve(256 * MIB, |file, frames| do_work(work, file, frames));
    }
    let tests = vec![
        test("what the child makes of the file comes back", || {
            check("letters", Ok("8 letters"));
        }),
        test("a child that goes on for too long is ended", || {
            check("sleep", Err("it took longer than 1 seconds"));
        }),
        test("a child that takes too much memory is ended", || {
            check("grow", Err("it takes more than 256 MB of memory"));
        }),
        test("a child that ends too early is an error", || {
            check("nothing", Err("it ended with"));
        }),
        test("what is no frame is refused", || {
            check("noise", Err("a frame is too long"));
        }),
        test("the parent may end the work", || {
            check("endless", Err("enough"));
        }),
        test("a pipe is no file", a_pipe_is_refused),
    ];
    libtest_mimic::run(&Arguments::from_args(), tests).exit_code()
}

fn test(name: &str, run: impl FnOnce() + Send + 'static) -> Trial {
    Trial::test(name, move || {
        run();
        Ok(())
    })
}

fn do_work(work: &str, mut file: File, mut frames: Frames) -> io::Result<()> {
    match work {
        "letters" => {
            let mut text = String::new();
            file.read_to_string(&mut text)?;
            frames.send(format!("{} letters", text.len()).into_bytes())
        }
        "sleep" => {
            std::thread::sleep(Duration::from_secs(60));
            Ok(())
        }
        "grow" => {
            // Touched, so that the system sees it too.
            let grown = vec![7_u8; 1 << 30];
            frames.send(vec![grown[grown.len() / 2]])
        }
        "noise" => io::stdout().write_all(&[0xFF; 64]),
        "endless" => loop {
            frames.send(b"more".to_vec())?;
        },
        _ => Ok(()),
    }
}

/// Takes one frame, or as many `more` as it has patience for.
#[derive(Default)]
struct Taken {
    last: Vec<u8>,
    frames: usize,
}

#[derive(Debug, thiserror::Error)]
enum TestError {
    #[error(transparent)]
    Sandbox(#[from] SandboxError),
    #[error("enough")]
    Enough,
}

impl Receive for Taken {
    type Error = TestError;

    fn frame(&mut self, frame: &[u8]) -> Result<ControlFlow<()>, TestError> {
        self.last = frame.to_vec();
        self.frames += 1;
        match frame {
            b"more" if self.frames > 1000 => Err(TestError::Enough),
            b"more" => Ok(ControlFlow::Continue(())),
            _ => Ok(ControlFlow::Break(())),
        }
    }

    fn wait(&mut self) -> Result<(), TestError> {
        Ok(())
    }
}

fn check(work: &str, expected: Result<&str, &str>) {
    let mut file = tempfile::tempfile().unwrap();
    // Left at its end: the child begins at the beginning.
    file.write_all(b"timbang!").unwrap();
    let program = Program {
        program: std::env::current_exe().unwrap(),
        args: vec![CHILD.into()],
    };
    let limits = Limits {
        memory: 256 * MIB,
        time: Duration::from_secs(if work == "sleep" { 1 } else { 20 }),
    };
    let mut taken = Taken::default();
    let ran = run(&program, &[work.into()], file, &limits, &mut taken);
    match expected {
        Ok(frame) => {
            ran.unwrap();
            assert_eq!(taken.last, frame.as_bytes());
        }
        Err(words) => {
            let error = ran.unwrap_err().to_string();
            assert!(error.starts_with(words), "{error}");
        }
    }
}

fn a_pipe_is_refused() {
    let child = Command::new(std::env::current_exe().unwrap())
        .args([CHILD, "letters"])
        .stdin(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!((child.status.code(), child.stdout.len()), (Some(2), 0));
}

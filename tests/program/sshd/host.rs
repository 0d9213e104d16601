//! A host of one's own: a real sshd on the loopback, with keys made for it, in the foreground.

use std::fs;
use std::io::Read;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long the host may take to be there.
const DEADLINE: Duration = Duration::from_secs(20);

pub(crate) struct Host {
    pub(crate) folder: TempDir,
    pub(crate) port: u16,
    sshd: Child,
}

impl Host {
    pub(crate) fn start() -> Self {
        let folder = TempDir::new().unwrap();
        for key in ["host", "user"] {
            let path = folder.path().join(key);
            run(Command::new(program("ssh-keygen")).args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(path));
        }
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let path = |name: &str| folder.path().join(name).display().to_string();
        let config = format!(
            "ListenAddress 127.0.0.1:{port}\nHostKey {}\nAuthorizedKeysFile {}\nPidFile none\nStrictModes no\n\
             UsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\nMaxStartups 1000\n",
            path("host"),
            path("user.pub"),
        );
        fs::write(folder.path().join("config"), config).unwrap();
        if run(Command::new("id").arg("-u")).trim() == "0" {
            // Where it locks a part of itself in.
            fs::create_dir_all("/run/sshd").unwrap();
        }
        let log = fs::File::create(folder.path().join("log")).unwrap();
        let mut command = Command::new(program("sshd"));
        command.args(["-D", "-e", "-f"]).arg(folder.path().join("config"));
        let sshd = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().unwrap();
        let mut host = Self { folder, port, sshd };
        host.wait();
        host
    }

    fn wait(&mut self) {
        let until = Instant::now() + DEADLINE;
        loop {
            let banner = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).and_then(|mut stream| {
                let mut first = [0; 4];
                stream.read_exact(&mut first).map(|()| first)
            });
            if banner.is_ok_and(|first| &first == b"SSH-") {
                return;
            }
            let ended = self.sshd.try_wait().unwrap();
            assert!(ended.is_none() && Instant::now() < until, "no sshd ({ended:?}): {}", self.log());
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// What sshd says of itself.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// The words of a client that runs a command on the host by way of a port.
    pub(crate) fn client(&self, port: u16, compressed: bool, command: &str) -> Vec<String> {
        let user = run(Command::new("id").arg("-un")).trim().to_owned();
        let (key, known) = (self.folder.path().join("user"), self.folder.path().join("known"));
        let mut words: Vec<String> = ["-tt", "-q", "-F", "none"].map(str::to_owned).to_vec();
        if compressed {
            words.push("-C".to_owned());
        }
        for option in [
            format!("IdentityFile={}", key.display()),
            format!("UserKnownHostsFile={}", known.display()),
            "IdentitiesOnly=yes".to_owned(),
            "StrictHostKeyChecking=no".to_owned(),
            "BatchMode=yes".to_owned(),
            // The exchange of keys is not what is measured: the short one.
            "KexAlgorithms=curve25519-sha256".to_owned(),
            // Newer clients send a made-up key every 20 ms while one types: more than such a line takes.
            "IgnoreUnknown=ObscureKeystrokeTiming".to_owned(),
            "ObscureKeystrokeTiming=no".to_owned(),
        ] {
            words.extend(["-o".to_owned(), option]);
        }
        words.extend(["-p".to_owned(), port.to_string(), format!("{user}@127.0.0.1"), command.to_owned()]);
        words
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.sshd.kill();
        let _ = self.sshd.wait();
    }
}

/// Where a program is; sshd wants to be called by its whole path.
pub(crate) fn program(name: &str) -> PathBuf {
    let path = std::env::var("PATH").unwrap_or_default();
    let folders = path.split(':').chain(["/usr/sbin", "/usr/local/sbin", "/sbin"]);
    let found = folders.map(|folder| Path::new(folder).join(name)).find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("{name} is missing: install openssh-server and openssh-client"))
}

fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|cause| panic!("{command:?}: {cause}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

package io.github.vaultrenderer.app.settings.consultemplate;

/**
 * The signals that settings may name.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/signals/signals_unix.go">consul-template,
 *     SignalLookup</a>
 */
public enum Signal {
    /** None: sends nothing. */
    SIGNULL(0),
    SIGABRT(6),
    SIGALRM(14),
    SIGBUS(7),
    SIGCONT(18),
    SIGFPE(8),
    SIGHUP(1),
    SIGILL(4),
    SIGINT(2),
    SIGIO(29),
    SIGIOT(6),
    SIGKILL(9),
    SIGPIPE(13),
    SIGPROF(27),
    SIGQUIT(3),
    SIGSEGV(11),
    SIGSTOP(19),
    SIGSYS(31),
    SIGTERM(15),
    SIGTRAP(5),
    SIGTSTP(20),
    SIGTTIN(21),
    SIGTTOU(22),
    SIGUSR1(10),
    SIGUSR2(12),
    SIGWINCH(28),
    SIGXCPU(24),
    SIGXFSZ(25);

    private final int number;

    Signal(int number) {
        this.number = number;
    }

    /** Its number on Linux. */
    public int number() {
        return number;
    }
}

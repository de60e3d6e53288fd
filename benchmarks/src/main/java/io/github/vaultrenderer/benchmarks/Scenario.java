package io.github.vaultrenderer.benchmarks;

import java.util.List;

/** A job that contestants do in turns. */
interface Scenario extends AutoCloseable {

    /** Short, for the figures' names. */
    String name();

    /** What the job is. */
    String description();

    /** The steps, in seconds, in which its times come; 0 where they come as they are. */
    default double stepSeconds() {
        return 0;
    }

    List<Contestant> contestants();

    /** Lets one of them do it, and fails when it did not. */
    Sample run(Contestant contestant);

    @Override
    void close();
}

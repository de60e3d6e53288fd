package io.github.vaultrenderer.app;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;

/** Describes a failure that is none of ours: by types and places only, as its message may hold anything. */
final class UnexpectedFailure {

    private static final int FRAMES = 5;

    private UnexpectedFailure() {}

    static String describe(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException wrong) {
                // The property's name only: its value may be a token.
                return "the property " + wrong.getName() + " has a value that is none of type "
                        + wrong.getTarget().getType() + ". Correct it";
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String places = Arrays.stream(root.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        return "a fault of the program itself: " + root.getClass().getName() + " at " + places
                + ". Please report it with this line";
    }
}

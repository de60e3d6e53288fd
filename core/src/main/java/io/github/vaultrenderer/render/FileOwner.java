package io.github.vaultrenderer.render;

/**
 * Who owns a file. User and group are names or numeric ids; an empty one is left as it comes.
 *
 * @param user the user, such as {@code nginx} or {@code 101}; empty for whoever runs the renderer
 * @param group the group, such as {@code www-data} or {@code 33}; empty for what the folder gives
 */
public record FileOwner(String user, String group) {

    /** Whatever the operating system gives. */
    public static final FileOwner UNCHANGED = new FileOwner("", "");

    /** Whether neither user nor group is set. */
    public boolean unchanged() {
        return user.isEmpty() && group.isEmpty();
    }
}

package io.github.vaultrenderer.render;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * User and group of a file as the operating system knows them.
 *
 * @param user {@code null} for whichever it is
 * @param group {@code null} for whichever it is
 */
record Ownership(@Nullable UserPrincipal user, @Nullable GroupPrincipal group) {

    static final Ownership ANY = new Ownership(null, null);

    /** What chown(2) understands as "leave it". */
    private static final String LEAVE = "-1";

    /**
     * The ownership that is meant. A number that is nobody's name is an id: a container seldom knows the host's users.
     *
     * @throws java.nio.file.attribute.UserPrincipalNotFoundException when there is nobody of that name
     */
    static Ownership of(FileOwner owner, FileSystem system) throws IOException {
        if (owner.unchanged()) {
            return ANY;
        }
        return new Ownership(
                named(owner.user()) ? system.getUserPrincipalLookupService().lookupPrincipalByName(owner.user()) : null,
                named(owner.group())
                        ? system.getUserPrincipalLookupService().lookupPrincipalByGroupName(owner.group())
                        : null);
    }

    static Ownership of(PosixFileAttributes attributes) {
        return new Ownership(attributes.owner(), attributes.group());
    }

    /** Whether a file with these attributes need not be given away. */
    boolean holds(PosixFileAttributes attributes) {
        return (user == null || user.equals(attributes.owner())) && (group == null || group.equals(attributes.group()));
    }

    /** Gives the file away; what it has already is not asked of the operating system, which may forbid it. */
    void give(Path file) throws IOException {
        if (equals(ANY)) {
            return;
        }
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes actual = view.readAttributes();
        // The group first: who has given the file away may not change it any more.
        if (group != null && !group.equals(actual.group())) {
            view.setGroup(group);
        }
        if (user != null && !user.equals(actual.owner())) {
            view.setOwner(user);
        }
    }

    private static boolean named(String name) {
        return !name.isEmpty() && !name.equals(LEAVE);
    }
}

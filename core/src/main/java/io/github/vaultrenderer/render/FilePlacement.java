package io.github.vaultrenderer.render;

/**
 * How a file is put in its place.
 *
 * @param mode its permissions
 * @param inherited what it takes over from the file that it replaces
 * @param owner who is to own it
 * @param backup whether the file that it replaces is kept beside it as {@code <name>.bak}, on one inode with what was
 *     there
 * @param createFolders whether missing folders above it are made, 0755 less the umask
 */
public record FilePlacement(
        FileMode mode, Inherited inherited, FileOwner owner, boolean backup, boolean createFolders) {

    /** Readable and writable by the owner alone; folders are made. Ours unless told otherwise. */
    public static final FilePlacement OWNER_ONLY =
            new FilePlacement(FileMode.OWNER_ONLY, Inherited.NOTHING, FileOwner.UNCHANGED, false, true);

    /**
     * consul-template's default: 0644 for a new file; one that is there keeps its permissions and its owner.
     *
     * @see <a href="https://github.com/hashicorp/consul-template/blob/main/renderer/renderer.go">consul-template,
     *     renderer</a>
     */
    public static final FilePlacement COMPATIBLE =
            new FilePlacement(FileMode.WORLD_READABLE, Inherited.OWNER_AND_MODE, FileOwner.UNCHANGED, false, true);

    /** What a file takes over from the one that it replaces. */
    public enum Inherited {
        /** Nothing: it belongs to who writes it. */
        NOTHING,
        /** User and group, where the renderer may give files away. */
        OWNER,
        /** These and the permissions. */
        OWNER_AND_MODE
    }

    /** The same with these permissions, whatever a file that is there has. */
    public FilePlacement with(FileMode mode) {
        Inherited left = inherited == Inherited.OWNER_AND_MODE ? Inherited.OWNER : inherited;
        return new FilePlacement(mode, left, owner, backup, createFolders);
    }

    /** The same for another owner. */
    public FilePlacement ownedBy(FileOwner owner) {
        return new FilePlacement(mode, inherited, owner, backup, createFolders);
    }

    /** The same, keeping what was there as {@code <name>.bak}. */
    public FilePlacement withBackup() {
        return new FilePlacement(mode, inherited, owner, true, createFolders);
    }

    /** The same, failing where a folder is missing. */
    public FilePlacement intoExistingFolders() {
        return new FilePlacement(mode, inherited, owner, backup, false);
    }
}

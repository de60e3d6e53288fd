package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Set;

/**
 * A template's wish to write a file.
 *
 * @param path the file's name
 * @param user its owner, or nothing for our own
 * @param group its group, or nothing for our own
 * @param permissions its permissions as octal digits
 * @param flags {@code append}, {@code newline}, both or none
 * @param content what to write, a Go string
 */
record FileWrite(String path, String user, String group, String permissions, String flags, String content) {

    private static final int OCTAL = 8;
    private static final int BITS = 9;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    static FileWrite of(List<String> arguments) {
        String flags = arguments.size() == 6 ? arguments.get(4) : "";
        return new FileWrite(
                arguments.get(0),
                arguments.get(1),
                arguments.get(2),
                arguments.get(3),
                flags,
                arguments.get(arguments.size() - 1));
    }

    void run() throws FunctionException {
        Set<PosixFilePermission> mode = mode();
        try {
            Path file = Path.of(GoText.decode(path)).toAbsolutePath();
            boolean append = flags.contains("append");
            Path folder = file.getParent();
            if (!append && folder != null) {
                Files.createDirectories(folder);
            }
            write(file, append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
            own(file);
            Files.setPosixFilePermissions(file, mode);
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException failure) {
            throw FunctionException.failed(
                    "'" + path + "' cannot be written: " + failure.getClass().getSimpleName());
        }
    }

    private void write(Path file, OpenOption kind) throws IOException {
        // A link could lead anywhere; whoever made it is not who wrote the template.
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, kind, LinkOption.NOFOLLOW_LINKS);
        // Nobody else sees a new file before it has the permissions that it is to have.
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            ByteBuffer bytes = ByteBuffer.wrap(GoText.bytes(flags.contains("newline") ? content + "\n" : content));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    private Set<PosixFilePermission> mode() throws FunctionException {
        try {
            int bits = Integer.parseUnsignedInt(permissions, OCTAL);
            StringBuilder mode = new StringBuilder();
            for (int bit = BITS - 1; bit >= 0; bit--) {
                mode.append((bits >> bit & 1) == 1 ? "xwr".charAt(bit % 3) : '-');
            }
            return PosixFilePermissions.fromString(mode.toString());
        } catch (NumberFormatException malformed) {
            throw FunctionException.failed("writeToFile: the permissions are no octal number");
        }
    }

    private void own(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        UserPrincipalLookupService names = file.getFileSystem().getUserPrincipalLookupService();
        if (!user.isEmpty()) {
            view.setOwner(names.lookupPrincipalByName(user));
        }
        if (!group.isEmpty()) {
            view.setGroup(names.lookupPrincipalByGroupName(group));
        }
    }
}

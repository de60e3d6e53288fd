package io.github.vaultrenderer.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.asm.ClassReader;

/**
 * Adds to a list of classes for the image's shared archive which of their constants are to be linked in it: the classes, fields
 * and methods that they name, the concatenations, and the lambdas that the list knows. Java links of them what cannot come out
 * otherwise in a run.
 *
 * <p>A training run tells what it had linked too, but that is another each time: it depends on where threads met and
 * how hashes were seeded. What a class file names is always the same.
 *
 * <p>Runs on the image's own Java, whose class files are not quite those of the JDK that it was linked from.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html#jvms-4.4">the constant pool</a>
 */
final class ImageConstants {

    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int INVOKE_DYNAMIC = 18;

    private static final String LAMBDA = "@lambda-proxy ";
    private static final String CONCATENATION = "makeConcatWithConstants(";

    private ImageConstants() {}

    /** Takes the list. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        Map<String, Set<String>> lambdas = lambdas(lines);
        for (String name : List.copyOf(lines)) {
            if (!name.startsWith("@")) {
                String constants = constants(name, lambdas.getOrDefault(name, Set.of()));
                if (!constants.isEmpty()) {
                    lines.add("@cp " + name + constants);
                }
            }
        }
        Files.write(file, lines);
    }

    /** By the class that they stand in: the interface's method and the type of the call, as one. */
    private static Map<String, Set<String>> lambdas(List<String> lines) {
        Map<String, Set<String>> byClass = new HashMap<>();
        for (String line : lines) {
            if (line.startsWith(LAMBDA)) {
                String[] words = line.split(" ", 5);
                byClass.computeIfAbsent(words[1], name -> new HashSet<>()).add(words[2] + words[3]);
            }
        }
        return byClass;
    }

    private static String constants(String name, Set<String> lambdas) throws IOException {
        try (InputStream file = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            if (file == null) {
                // Java makes a few for itself, as those that hold its lambdas' forms.
                return "";
            }
            ClassReader constants = new ClassReader(file);
            StringBuilder numbers = new StringBuilder();
            for (int number = 1; number < constants.getItemCount(); number++) {
                if (isLinked(constants, number, lambdas)) {
                    numbers.append(' ').append(number);
                }
            }
            return numbers.toString();
        }
    }

    private static boolean isLinked(ClassReader constants, int number, Set<String> lambdas) {
        int offset = constants.getItem(number);
        if (offset == 0) {
            // The second place of a long or a double.
            return false;
        }
        return switch (constants.readByte(offset - 1)) {
            case CLASS, FIELD, METHOD, INTERFACE_METHOD -> true;
            case INVOKE_DYNAMIC ->
                call(constants, offset).startsWith(CONCATENATION) || lambdas.contains(call(constants, offset));
            default -> false;
        };
    }

    private static String call(ClassReader constants, int offset) {
        int nameAndType = constants.getItem(constants.readUnsignedShort(offset + 2));
        char[] buffer = new char[constants.getMaxStringLength()];
        return constants.readUTF8(nameAndType, buffer) + constants.readUTF8(nameAndType + 2, buffer);
    }
}

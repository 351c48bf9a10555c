package eu.urbact.infocus.chassis.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/** Takes a file apart. */
public final class YamlFile {

    private static final int DEEPEST = 20;
    /** The parser takes time with the square of a line's length, so it is never given a longer one. */
    private static final int LONGEST_LINE = 100_000;

    private YamlFile() {}

    /**
     * Reads a file: UTF-8 with or without a byte order mark, no line longer than {@value #LONGEST_LINE} characters, one document, no
     * aliases, a mapping at its root.
     *
     * @param file the file as it came
     * @param mostBytes what a file may be long
     * @param notes takes what is wrong
     * @return the root; empty when the file cannot be read any further
     */
    public static Optional<YamlMapping> read(byte[] file, int mostBytes, FileNotes notes) {
        if (file.length > mostBytes) {
            notes.add(Place.START, "the file is larger than " + mostBytes + " bytes");
            return Optional.empty();
        }
        return text(file, notes)
                .filter(text -> isPrintable(text, notes) && hasLines(text, notes))
                .flatMap(text -> compose(text, mostBytes, notes))
                .map(root -> new YamlMapping(root, "", notes));
    }

    private static Optional<String> text(byte[] file, FileNotes notes) {
        CharBuffer characters = CharBuffer.allocate(file.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file), characters, true);
        String decoded = characters.flip().toString();
        String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        if (result.isError()) {
            // what was read so far ends where the first wrong byte stands
            notes.add(
                    Place.of(text + "\uFFFD", text.length()),
                    "the file is not in UTF-8: here stands a byte that belongs to no character");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static boolean isPrintable(String text, FileNotes notes) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (!StreamReader.isPrintable(text.codePointAt(i))) {
                notes.add(Place.of(text, i), "this character does not belong into a text file");
                return false;
            }
        }
        return true;
    }

    private static boolean hasLines(String text, FileNotes notes) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\n' || character == '\r') {
                start = i + 1;
            } else if (i - start >= LONGEST_LINE) {
                notes.add(Place.of(text, start), "this line has more than " + LONGEST_LINE + " characters");
                return false;
            }
        }
        return true;
    }

    private static Optional<MappingNode> compose(String text, int mostBytes, FileNotes notes) {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(mostBytes);
        Yaml yaml = new Yaml(limits);
        try {
            return isOneDocumentWithoutAliases(yaml, text, notes)
                    ? mapping(yaml.compose(new StringReader(text)), notes)
                    : Optional.empty();
        } catch (MarkedYAMLException e) {
            notes.add(Place.of(e.getProblemMark(), ""), "this is not YAML: " + e.getProblem());
        } catch (YAMLException | IllegalArgumentException e) {
            // the second one for an escape like "\UFFFFFFFF", which is no character
            notes.add(Place.START, "this is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Looks at the events before any node is built: an alias could blow a small file up to any size. */
    private static boolean isOneDocumentWithoutAliases(Yaml yaml, String text, FileNotes notes) {
        int documents = 0;
        for (Event event : yaml.parse(new StringReader(text))) {
            if (event instanceof AliasEvent) {
                notes.add(Place.of(event.getStartMark(), ""), "aliases (*name) are not supported");
            } else if (event instanceof DocumentStartEvent && ++documents > 1) {
                notes.add(Place.of(event.getStartMark(), ""), "only one document is allowed in a file");
            }
        }
        if (documents == 0) {
            notes.add(Place.START, "the file is empty");
        }
        return notes.isEmpty();
    }

    private static Optional<MappingNode> mapping(Node root, FileNotes notes) {
        if (root instanceof MappingNode mapping) {
            return Optional.of(mapping);
        }
        notes.add(Place.of(root, ""), YamlMapping.NO_MAPPING);
        return Optional.empty();
    }
}

package eu.urbact.infocus.deploy.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Where the servers' files are: the build writes the paths of the Maven artifacts into a resource, and this class
 * unpacks an artifact once, next to the build output, for every JVM that needs it.
 */
final class Installation {

    private static final String RESOURCE = "/META-INF/embedded-servers.properties";

    /** A monitor that every class loader of this JVM sees: Quarkus loads our classes more than once. */
    static final Object JVM_MONITOR = ProcessHandle.class;

    private final Properties properties = new Properties();

    Installation() {
        try (InputStream in = Installation.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new ServerException("deploy/embedded is not built: " + RESOURCE + " is missing");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Class path of a Kafka broker, our own starter class included. */
    String kafkaClassPath() {
        return artifact("classes") + java.io.File.pathSeparator + artifact("kafka");
    }

    /** Home of the PostgreSQL installation for this operating system and processor. */
    Path postgresHome() {
        if (artifact("postgres").isBlank()) {
            throw new ServerException("there is no PostgreSQL for %s on %s among the Maven artifacts"
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return unpackedOnce(Path.of(artifact("postgres")), "", Installation::untarInnerArchive);
    }

    /**
     * Home of the Keycloak distribution, unpacked and then prepared by a step that is done once.
     *
     * @param variant name of the prepared state; another name is another copy
     * @param preparation gets the distribution's directory
     */
    Path keycloakHome(String variant, Consumer<Path> preparation) {
        return distribution(unpackedOnce(Path.of(artifact("keycloak")), "-" + variant, (archive, target) -> {
            unzip(archive, target);
            preparation.accept(distribution(target));
        }));
    }

    private static Path distribution(Path unpacked) {
        try (Stream<Path> children = Files.list(unpacked)) {
            return children.filter(child -> Files.exists(child.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow(() -> new ServerException("no bin/kc.sh below " + unpacked));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String artifact(String key) {
        return properties.getProperty(key, "");
    }

    private interface Unpacker {
        void unpack(Path archive, Path target) throws IOException;
    }

    /** Unpacks beside the final place and renames, under a lock file: a killed or a second JVM does no harm. */
    private Path unpackedOnce(Path archive, String suffix, Unpacker unpacker) {
        Path cache = Path.of(artifact("cache"));
        String base = archive.getFileName().toString().replaceFirst("\\.(jar|zip)$", "") + suffix;
        Path target = cache.resolve(base);
        if (Files.isDirectory(target)) {
            return target;
        }
        // File locks are per JVM, so threads of this one need a monitor too.
        synchronized (JVM_MONITOR) {
            try {
                Files.createDirectories(cache);
                try (FileChannel channel = FileChannel.open(
                                cache.resolve(base + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (!Files.isDirectory(target) && lock.isValid()) {
                        Path partial = cache.resolve(base + ".partial");
                        deleteTree(partial);
                        unpacker.unpack(archive, Files.createDirectories(partial));
                        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
                return target;
            } catch (IOException e) {
                throw new ServerException("cannot unpack %s: %s".formatted(archive, e), e);
            }
        }
    }

    /** The PostgreSQL artifact is a jar with one .txz file in it. */
    private static void untarInnerArchive(Path jar, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    untar(new TarArchiveInputStream(new XZInputStream(zip)), target);
                    return;
                }
            }
        }
        throw new IOException("no .txz in " + jar);
    }

    private static void untar(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = inside(target, entry.getName());
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(file.getParent());
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
                if ((entry.getMode() & 0100) != 0) {
                    makeExecutable(file);
                }
            }
        }
    }

    private static void unzip(Path archive, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = inside(target, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
                    if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".sh")) {
                        makeExecutable(file);
                    }
                }
            }
        }
    }

    private static Path inside(Path target, String entry) throws IOException {
        Path file = target.resolve(entry).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("archive entry outside of its archive: " + entry);
        }
        return file;
    }

    private static void makeExecutable(Path file) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.addAll(EnumSet.of(
                PosixFilePermission.OWNER_EXECUTE,
                PosixFilePermission.GROUP_EXECUTE,
                PosixFilePermission.OTHERS_EXECUTE));
        Files.setPosixFilePermissions(file, permissions);
    }

    /** Deletes a directory and everything in it; symbolic links are not followed. */
    static void deleteTree(Path directory) {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

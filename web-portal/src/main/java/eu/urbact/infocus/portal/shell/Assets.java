package eu.urbact.infocus.portal.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkus.qute.TemplateExtension;

/**
 * Addresses of style sheets, scripts and pictures. Each holds a hash of the content, so that browsers may keep them for ever and still see
 * a new version at once. Templates write {@code {asset:url('infocus.css')}}.
 */
@TemplateExtension(namespace = "asset")
final class Assets {

    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    private Assets() {}

    static String url(String name) {
        return URLS.computeIfAbsent(name, n -> "/assets/" + n + "?v=" + hash("META-INF/resources/assets/" + n));
    }

    private static String hash(String resource) {
        try (InputStream content =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("No such asset: " + resource);
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

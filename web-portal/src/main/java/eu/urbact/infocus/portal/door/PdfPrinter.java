package eu.urbact.infocus.portal.door;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.Base64;
import java.util.Objects;
import jakarta.enterprise.context.ApplicationScoped;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.TemplateInstance;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Turns a template into tagged PDF. Fonts and pictures are within the portal: nothing is fetched, and every name of Europe can be printed. Other
 * names can be given too; {@link #canPrint} says which of them have to be written by hand.
 */
@ApplicationScoped
class PdfPrinter {

    /** The family that the templates name. */
    private static final String FONT = "DejaVu Sans";

    private final byte[] regular = bytes("/door/fonts/DejaVuSans.ttf");
    private final byte[] bold = bytes("/door/fonts/DejaVuSans-Bold.ttf");
    private final CmapLookup letters = letters(regular);
    private final String emblem =
            "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes("/door/emblem.png"));

    /** Whether every letter of the text is in the typeface, and is read from left to right: the others come out as a sign or mirrored. */
    boolean canPrint(String text) {
        return text.codePoints().allMatch(letter -> Character.isWhitespace(letter) || letters.getGlyphId(letter) != 0)
                && !Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /** The European emblem as a data address. */
    String emblem() {
        return emblem;
    }

    /**
     * A PDF to look at or to keep.
     *
     * @param name of the file, without its ending
     */
    RestResponse<byte[]> answer(String name, TemplateInstance page) {
        return RestResponse.ResponseBuilder.ok(print(page))
                .header("Content-Type", "application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + name + ".pdf\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private byte[] print(TemplateInstance page) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        // tags, title and language for whoever has it read aloud (PDF/UA); what only looks like a table is none in the
        // templates
        builder.usePdfUaAccessibility(true);
        builder.useFont(() -> new ByteArrayInputStream(regular), FONT, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(bold), FONT, 700, FontStyle.NORMAL, true);
        builder.withHtmlContent(page.render(), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static CmapLookup letters(byte[] font) {
        try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            return parsed.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Objects.requireNonNull(PdfPrinter.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

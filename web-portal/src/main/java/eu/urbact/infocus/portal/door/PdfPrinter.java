package eu.urbact.infocus.portal.door;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;
import jakarta.enterprise.context.ApplicationScoped;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestResponse;

/** Turns a template into PDF. Fonts and pictures are within the portal: nothing is fetched, and every name of Europe can be printed. */
@ApplicationScoped
class PdfPrinter {

    /** The family that the templates name. */
    private static final String FONT = "DejaVu Sans";

    private final byte[] regular = bytes("/door/fonts/DejaVuSans.ttf");
    private final byte[] bold = bytes("/door/fonts/DejaVuSans-Bold.ttf");
    private final String emblem =
            "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes("/door/emblem.png"));

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

    private static byte[] bytes(String resource) {
        try (InputStream in = Objects.requireNonNull(PdfPrinter.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

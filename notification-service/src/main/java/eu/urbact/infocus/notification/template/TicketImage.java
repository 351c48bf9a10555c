package eu.urbact.infocus.notification.template;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import eu.urbact.infocus.notification.smtp.InlineImage;

/** The code on a ticket as a picture, large enough to be read off a phone at arm's length. */
final class TicketImage {

    /** The same in every mail: it names the part within the mail. */
    static final String ID = "ticket@infocus";

    private static final int SIDE = 296;

    private TicketImage() {}

    /** The QR code that says this. */
    static InlineImage of(String text) {
        try {
            BitMatrix code = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            SIDE,
                            SIDE,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4));
            BufferedImage image = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < code.getHeight(); y++) {
                for (int x = 0; x < code.getWidth(); x++) {
                    image.setRGB(x, y, code.get(x, y) ? 0xFF000000 : 0xFFFFFFFF);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return new InlineImage(ID, "ticket.png", png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("a text that fits into no code", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

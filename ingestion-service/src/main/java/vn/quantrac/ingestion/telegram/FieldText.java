package vn.quantrac.ingestion.telegram;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** The characters of a field: UTF-8, or the Vietnamese code page of Windows where it is not. */
public final class FieldText {
    private static final Charset WINDOWS_VIETNAMESE = Charset.forName("windows-1258");

    private FieldText() {}

    /** Where the text begins: after the byte order mark, if there is one. */
    public static int begin(byte[] content) {
        boolean marked = content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    public static String of(byte[] content, int from, int to) {
        for (int i = from; i < to; i++) {
            if (content[i] < 0) {
                // Both write a letter and its tone mark as one character or as two.
                return Normalizer.normalize(decoded(content, from, to), Normalizer.Form.NFC);
            }
        }
        return new String(content, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] content, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, from, to - from, WINDOWS_VIETNAMESE);
        }
    }
}

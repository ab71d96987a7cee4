package vn.quantrac.ingestion.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** An answer that is told line by line while the stream is read. */
final class StreamAnswer {
    private final ObjectWriter json;
    private final OutputStream answer;

    StreamAnswer(ObjectMapper json, OutputStream answer) {
        this.json = json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.answer = answer;
    }

    void refused(StreamResult.RefusedLine line) {
        write(line);
    }

    void end(StreamResult result) {
        write(result);
    }

    private void write(Object line) {
        try {
            json.writeValue(answer, line);
            answer.write('\n');
            answer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The caller does not read the answer", e);
        }
    }
}

package vn.quantrac.ingestion;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A logger that does on the wire what no decent client library would. */
final class RawMqtt implements AutoCloseable {
    private static final int CONNECT = 0x10;
    private static final int PUBLISH_QOS_1 = 0x32;
    private static final int DISCONNECT = 0xE0;

    private final Socket socket;
    private final int version;
    private final DataInputStream in;

    private RawMqtt(int port, int version) throws IOException {
        this.socket = new Socket("localhost", port);
        this.version = version;
        this.in = new DataInputStream(socket.getInputStream());
        socket.setSoTimeout(20_000);
    }

    /** @param keepAlive in seconds; the logger never pings */
    static RawMqtt connect(int port, int version, String user, String password, int keepAlive) throws IOException {
        RawMqtt logger = new RawMqtt(port, version);
        logger.connect(user, password, keepAlive, null, null);
        return logger;
    }

    static RawMqtt connect(int port, int version, String user, String password, String willTopic, String will)
            throws IOException {
        RawMqtt logger = new RawMqtt(port, version);
        logger.connect(user, password, 0, willTopic, will);
        return logger;
    }

    private void connect(String user, String password, int keepAlive, String willTopic, String will)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(bytes);
        body.writeUTF("MQTT");
        body.writeByte(version);
        body.writeByte(will == null ? 0xC2 : 0xC2 | 0x04 | 0x08);
        body.writeShort(keepAlive);
        noProperties(body);
        body.writeUTF("raw-" + UUID.randomUUID());
        if (will != null) {
            noProperties(body);
            body.writeUTF(willTopic);
            body.writeUTF(will);
        }
        body.writeUTF(user);
        body.writeUTF(password);
        send(CONNECT, bytes.toByteArray());
        byte[] answer = packet();
        if (answer[1] != 0) {
            throw new IOException("Refused with " + answer[1]);
        }
    }

    void publish(String topic, int id, String payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(bytes);
        body.writeUTF(topic);
        body.writeShort(id);
        noProperties(body);
        body.write(payload.getBytes(StandardCharsets.UTF_8));
        send(PUBLISH_QOS_1, bytes.toByteArray());
    }

    /** Says goodbye, with a reason where the version has reasons. */
    void disconnect(int reason) throws IOException {
        send(DISCONNECT, version == 5 ? new byte[] {(byte) reason, 0} : new byte[0]);
    }

    /** The reason code of the DISCONNECT that comes next. */
    int disconnectedWith() throws IOException {
        int type = in.readUnsignedByte();
        if (type != DISCONNECT) {
            throw new IOException("Not a DISCONNECT but " + type);
        }
        return rest()[0] & 0xFF;
    }

    /** Whether the other side closes the connection within the patience, saying nothing more. */
    boolean isClosedByTheDoor() throws IOException {
        return in.read() < 0;
    }

    private void noProperties(DataOutputStream body) throws IOException {
        if (version == 5) {
            body.writeByte(0);
        }
    }

    private void send(int type, byte[] body) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(type);
        int length = body.length;
        do {
            packet.write(length > 127 ? length % 128 | 0x80 : length);
            length /= 128;
        } while (length > 0);
        packet.write(body);
        socket.getOutputStream().write(packet.toByteArray());
    }

    private byte[] packet() throws IOException {
        in.readUnsignedByte();
        return rest();
    }

    private byte[] rest() throws IOException {
        int length = 0;
        int shift = 0;
        int digit;
        do {
            digit = in.readUnsignedByte();
            length |= (digit & 0x7F) << shift;
            shift += 7;
        } while ((digit & 0x80) != 0);
        return in.readNBytes(length);
    }

    /** Leaves without a word. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}

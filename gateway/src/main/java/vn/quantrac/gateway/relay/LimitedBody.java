package vn.quantrac.gateway.relay;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body that fails when it turns out longer than the limit: one sent in chunks does not say its length before. */
final class LimitedBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> body;
    private final long limit;
    private long read;
    private long movedNanos = System.nanoTime();
    private Handler<Throwable> onFailure = failure -> {};

    LimitedBody(ReadStream<Buffer> body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    /** Whether any of it was sent on, so that there was a connection to the service. */
    boolean isBegun() {
        return read > 0;
    }

    /** When the last of it was sent on, in the time of {@link System#nanoTime}. */
    long movedNanos() {
        return movedNanos;
    }

    boolean isExceeded() {
        return read > limit;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : buffer -> count(buffer, handler));
        return this;
    }

    private void count(Buffer buffer, Handler<Buffer> handler) {
        if (isExceeded()) {
            return;
        }
        read += buffer.length();
        movedNanos = System.nanoTime();
        if (isExceeded()) {
            onFailure.handle(new IllegalStateException("The body is longer than " + limit + " bytes"));
        } else {
            handler.handle(buffer);
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler == null ? failure -> {} : handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        body.endHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}

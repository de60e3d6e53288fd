package io.github.vaultrenderer.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Stands before a server and holds each answer back for a while, as a network would; counts the requests, and how many
 * of them wait at the same time. For plain HTTP/1.1, with requests and answers that come in one piece.
 */
final class DelayedServer implements AutoCloseable {

    /** As many as a client may open at once: who has to knock again waits a second for it. */
    private static final int BACKLOG = 4096;

    private static final int BUFFER_BYTES = 16_384;

    private final AsynchronousServerSocketChannel listener;
    private final InetSocketAddress server;
    private final Executor later;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /**
     * @param address where the server is
     * @param latency what an answer takes longer
     */
    DelayedServer(URI address, Duration latency) {
        this.server = new InetSocketAddress(address.getHost(), address.getPort());
        this.later = CompletableFuture.delayedExecutor(latency.toNanos(), TimeUnit.NANOSECONDS, Runnable::run);
        try {
            listener = AsynchronousServerSocketChannel.open()
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        accept();
    }

    /** Where clients find it. */
    URI address() {
        try {
            InetSocketAddress local = (InetSocketAddress) listener.getLocalAddress();
            return URI.create("http://" + local.getAddress().getHostAddress() + ":" + local.getPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int requests() {
        return requests.get();
    }

    int mostInFlight() {
        return most.get();
    }

    /** Counts from zero. */
    void clear() {
        requests.set(0);
        most.set(0);
    }

    private void accept() {
        listener.accept(null, new Then<>(this::relay, () -> {}));
    }

    private void relay(AsynchronousSocketChannel client) {
        accept();
        try {
            AsynchronousSocketChannel behind = AsynchronousSocketChannel.open();
            Relay relay = new Relay(client, behind);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            behind.setOption(StandardSocketOptions.TCP_NODELAY, true);
            behind.connect(
                    server,
                    null,
                    new Then<Void>(
                            connected -> {
                                relay.readRequest();
                                relay.readAnswer();
                            },
                            relay::close));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One connection of a client, and the one behind it. */
    private final class Relay {

        private final AsynchronousSocketChannel client;
        private final AsynchronousSocketChannel behind;
        private final AtomicBoolean asked = new AtomicBoolean();

        Relay(AsynchronousSocketChannel client, AsynchronousSocketChannel behind) {
            this.client = client;
            this.behind = behind;
        }

        void readRequest() {
            read(client, bytes -> {
                if (asked.compareAndSet(false, true)) {
                    requests.incrementAndGet();
                    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                }
                write(behind, bytes, this::readRequest);
            });
        }

        void readAnswer() {
            read(behind, bytes -> later.execute(() -> answer(bytes)));
        }

        private void answer(ByteBuffer bytes) {
            answered();
            write(client, bytes, this::readAnswer);
        }

        private void answered() {
            if (asked.compareAndSet(true, false)) {
                inFlight.decrementAndGet();
            }
        }

        private void read(AsynchronousSocketChannel from, Consumer<ByteBuffer> next) {
            ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
            from.read(
                    bytes,
                    null,
                    new Then<Integer>(
                            count -> {
                                if (count < 0) {
                                    close();
                                } else {
                                    next.accept(bytes.flip());
                                }
                            },
                            this::close));
        }

        private void write(AsynchronousSocketChannel to, ByteBuffer bytes, Runnable next) {
            to.write(
                    bytes,
                    null,
                    new Then<Integer>(
                            count -> {
                                if (bytes.hasRemaining()) {
                                    write(to, bytes, next);
                                } else {
                                    next.run();
                                }
                            },
                            this::close));
        }

        void close() {
            answered();
            for (AsynchronousSocketChannel channel : new AsynchronousSocketChannel[] {client, behind}) {
                try {
                    channel.close();
                } catch (IOException alreadyGone) {
                    // It is closed, which is all that was wanted.
                }
            }
        }
    }

    /** What follows an operation; where it failed, the other side hung up, and so does this one. */
    private record Then<V>(Consumer<V> next, Runnable failed) implements CompletionHandler<V, Object> {
        @Override
        public void completed(V result, Object none) {
            next.accept(result);
        }

        @Override
        public void failed(Throwable failure, Object none) {
            failed.run();
        }
    }
}

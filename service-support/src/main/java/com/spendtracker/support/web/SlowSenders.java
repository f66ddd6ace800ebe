package com.spendtracker.support.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes the connection of a client whose headers take too long, however steadily they drip in, or that goes on sending
 * a body that has been answered already. Pauses in a body and between requests are the server's own to watch.
 */
final class SlowSenders extends ChannelInboundHandlerAdapter {
    private final Duration patience;
    private @Nullable Future<?> end;
    private boolean inRequest;
    private boolean gotRequest;

    private SlowSenders(Duration patience) {
        this.patience = patience;
    }

    /** Watches one connection, from both sides of what makes requests of bytes. */
    static void watch(Channel channel, Duration patience) {
        SlowSenders bytes = new SlowSenders(patience);
        channel.pipeline()
                .addBefore(NettyPipeline.HttpCodec, SlowSenders.class.getName(), bytes)
                .addAfter(NettyPipeline.HttpCodec, Requests.class.getName(), bytes.new Requests());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        boolean any = bytes instanceof ByteBuf buffer && buffer.isReadable();
        gotRequest = false;
        context.fireChannelRead(bytes);
        if (any && !inRequest && !gotRequest) {
            endSoon(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stay();
        context.fireChannelInactive();
    }

    private void endSoon(ChannelHandlerContext context) {
        if (end == null) {
            end = context.executor().schedule(() -> close(context), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    private static void close(ChannelHandlerContext context) {
        context.close();
    }

    private void stay() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }

    private final class Requests extends ChannelDuplexHandler {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                gotRequest = true;
                inRequest = true;
                stay();
            }
            if (message instanceof LastHttpContent) {
                inRequest = false;
                stay();
            }
            context.fireChannelRead(message);
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // the promise is whoever's who writes
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (inRequest && message instanceof LastHttpContent && !isInformational(message)) {
                endSoon(context);
            }
            context.write(message, promise);
        }

        private static boolean isInformational(Object message) {
            return message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        }
    }
}

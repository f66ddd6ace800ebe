package com.spendtracker.support.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes the connection of a client that takes nothing of what is sent to it, for one to two such times. One that is slow
 * but takes something stays, and so does one to which there is nothing to send.
 */
final class StalledReaders extends IdleStateHandler {
    StalledReaders(Duration patience) {
        super(true, 0, patience.toMillis(), 0, TimeUnit.MILLISECONDS);
    }

    // The first event says that nothing was sent completely, those after it that not a byte of it was taken either.
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        if (!event.isFirst() && isSending(context.channel())) {
            context.close();
        }
    }

    private static boolean isSending(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer != null && buffer.totalPendingWriteBytes() > 0;
    }
}

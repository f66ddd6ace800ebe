package com.spendtracker.auth.audit;

import com.spendtracker.support.web.Origin;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what was done with each account, for a year. */
@Service
public class AuditLog {
    private final AuditRepository events;

    AuditLog(AuditRepository events) {
        this.events = events;
    }

    /** Writes down what was done with this account. */
    public Mono<Void> write(long userId, AuditEventType event, Origin origin) {
        return events.insert(userId, event, origin);
    }

    /** What was done last with this account, the latest first. */
    Flux<AuditEvent> latest(long userId, int limit) {
        return events.selectLatest(userId, limit);
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT6H")
    Mono<Void> forgetOld() {
        return events.forgetOld();
    }
}

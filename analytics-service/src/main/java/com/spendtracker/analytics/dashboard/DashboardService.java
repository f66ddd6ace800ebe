package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.metrics.MerchantTotal;
import com.spendtracker.analytics.metrics.SelectMerchantTotals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Asks for the parts of a dashboard, as many as possible at once. */
@Service
class DashboardService {
    private static final int TOP_MERCHANTS = 10;

    private final SelectFigures figures;
    private final SelectMerchantTotals merchants;
    private final SelectLargest largest;

    DashboardService(SelectFigures figures, SelectMerchantTotals merchants, SelectLargest largest) {
        this.figures = figures;
        this.merchants = merchants;
        this.largest = largest;
    }

    Mono<Dashboard> dashboard(Question question) {
        return Mono.zip(
                        selectFiguresWithLargest(question),
                        merchants.selectByCurrency(question.filter(), TOP_MERCHANTS))
                .map(answers -> answers.getT1().toDashboard(question, answers.getT2()));
    }

    private Mono<FiguresWithLargest> selectFiguresWithLargest(Question question) {
        return figures.select(question)
                .flatMap(found -> largest.select(question.filter(), found)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(one -> new FiguresWithLargest(found, one)));
    }

    private record FiguresWithLargest(Figures figures, Optional<LargestTransaction> largest) {
        Dashboard toDashboard(Question question, Map<String, List<MerchantTotal>> merchants) {
            return Dashboard.of(
                    question, figures, largest.orElse(null), merchants.getOrDefault(figures.currency(), List.of()));
        }
    }
}

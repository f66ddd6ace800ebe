package com.spendtracker.analytics;

import com.spendtracker.support.test.ApiContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@AnalyticsTest
class OpenApiTests {
    @Test
    void descriptionThenTheDashboardsTypesAreMadeFromIt(@Autowired WebTestClient client) throws IOException {
        ApiContract.check(client, "analytics");
    }
}

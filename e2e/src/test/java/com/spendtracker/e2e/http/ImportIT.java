package com.spendtracker.e2e.http;

import static com.spendtracker.e2e.http.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Files through the gateway, good ones and hostile ones, each by somebody new. */
@ExtendWith(StackUnderTest.class)
class ImportIT {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String IMPORTS = "/api/v1/imports";

    private static final String CAMT = """
            <?xml version="1.0" encoding="UTF-8"?>
            %s<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id>
            <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>
            <Ntry><Amt Ccy="%s">12.34</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
            <BookgDt><Dt>2026-03-14</Dt></BookgDt><AddtlNtryInf>%s</AddtlNtryInf></Ntry>
            </Stmt></BkToCstmrStmt></Document>
            """;

    private static final String OFX = """
            OFXHEADER:100
            DATA:OFXSGML
            VERSION:102
            CHARSET:1252

            <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>2<ACCTTYPE>CHECKING</BANKACCTFROM>
            <BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260314<TRNAMT>-12.34<FITID>a1<NAME>Shop</STMTTRN></BANKTRANLIST>
            </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
            """;

    private static final String MT940 = """
            :20:STARTUMS
            :25:10020030/1234567
            :28C:1/1
            :60F:C260313EUR100,00
            :61:2603140314D12,34NMSCNONREF
            :86:005?00LASTSCHRIFT?20SVWZ+Thanks?32Shop
            :62F:C260314EUR87,66
            """;

    private static final String QIF = "!Type:Bank\nD3/14'26\nT-12.34\nPShop\n^\n";
    private static final String CSV = "Date,Payee,Amount,Currency\n2026-03-14,Shop,-12.34,EUR\n";

    private final Api api;
    private final Newcomer person;

    ImportIT(Stack stack) {
        this.api = new Api(stack.gateway());
        this.person = new Newcomer(api);
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                Arguments.of("csv", CSV),
                Arguments.of("ofx", OFX),
                Arguments.of("qif", QIF),
                Arguments.of("camt", CAMT.formatted("", "EUR", "Shop")),
                Arguments.of("mt940", MT940));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void importWhenAnyFormatThenStoredOnce(String format, String text) {
        Answer first = upload(text);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.json().required("format").stringValue()).isEqualTo(format);
        assertThat(first.json().required("new_rows").intValue()).isEqualTo(1);

        assertThat(upload(text).json().required("duplicate_rows").intValue()).isEqualTo(1);
        JsonNode stored = person.get("/api/v1/transactions").json();
        assertThat(stored.size()).isEqualTo(1);
        assertThat(stored.get(0).required("amount").decimalValue()).isEqualByComparingTo("12.34");
        assertThat(stored.get(0).required("transaction_date").stringValue()).isEqualTo("2026-03-14");
    }

    static Stream<Arguments> hostile() {
        String plain = "Date,Payee,Amount\n2026-01-20,Shop,-1.00\n";
        return Stream.of(
                Arguments.of("empty", bytes(""), 422),
                Arguments.of("picture", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, 422),
                Arguments.of("NUL bytes", bytes(plain + "2026-01-20,Sh\0p,-1.00\n"), 422),
                Arguments.of("bad UTF-8 at row 9,999", badUtf8(), 422),
                Arguments.of("10 MB in an open quote", bytes(plain + "2026-01-20,\"" + "x".repeat(10_000_000)), 422),
                Arguments.of(
                        "10,000 columns",
                        bytes("Date,Amount" + ",c".repeat(10_000) + "\n2026-01-20,1.00" + ",1".repeat(10_000) + "\n"),
                        422),
                Arguments.of(
                        "external entity",
                        bytes(CAMT.formatted(
                                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n", "EUR", "&x;")),
                        422),
                Arguments.of("entity expansion", bytes(billionLaughs()), 422),
                Arguments.of("truncated OFX", bytes(OFX.substring(0, OFX.indexOf("<TRNAMT>"))), 422),
                Arguments.of("entry of another currency", bytes(CAMT.formatted("", "USD", "Shop")), 422),
                Arguments.of("ZIP archive", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0}, 422),
                Arguments.of("page of a site", bytes("<html><body>Sign in</body></html>"), 422));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void importWhenHostileThenRefusedAtOnceAndNothingStored(String what, byte[] file, int status) {
        Instant start = Instant.now();
        Answer answer = person.upload("statement.csv", file, "{}");
        assertThat(Duration.between(start, Instant.now())).as(what).isLessThan(PATIENCE);
        assertProblem(answer, status);
        assertThat(answer.body()).doesNotContain("root:");
        assertNothingStored();
    }

    @Test
    void importWhenNameHoldsAPathThenRefused() {
        assertProblem(person.upload("../../etc/passwd", bytes(CSV), "{}"), 400);
        assertNothingStored();
    }

    private void assertNothingStored() {
        assertThat(person.get("/api/v1/transactions").json().size()).isZero();
        assertThat(person.get(IMPORTS).json().size()).isZero();
    }

    private Answer upload(String text) {
        return person.upload("statement.txt", bytes(text), "{\"account\":\"Everyday\",\"currency\":\"EUR\"}");
    }

    private static byte[] badUtf8() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(bytes("Date,Payee,Amount\n2026-01-20,Café,-1.00\n"));
        bytes.writeBytes(bytes("2026-01-20,Shop,-1.00\n".repeat(9_997)));
        bytes.writeBytes("2026-01-20,Sh\u00f8p,-1.00\n".getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }

    private static String billionLaughs() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .repeat("&l" + (i - 1) + ";", 10)
                    .append("\">");
        }
        return CAMT.formatted(entities.append("]>\n"), "EUR", "&l9;");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

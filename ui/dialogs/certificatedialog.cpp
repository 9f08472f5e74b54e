// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/certificatedialog.h"

#include "ui/viewutil.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSslCertificate>

using namespace Qt::Literals::StringLiterals;

namespace {

//! The common name and the organisation, of which a certificate may have none.
QString nameOf(QStringList common, const QStringList &organisation)
{
    common += organisation;
    common.removeAll(QString());
    return common.isEmpty() ? CertificateDialog::tr("nobody named") : common.join(u", "_s);
}

//! Upper-case pairs in two lines, as other programs show it.
QString readable(const QByteArray &fingerprint)
{
    const QByteArray pairs = fingerprint.toHex(':').toUpper();
    const auto middle = pairs.size() / 2;
    return QString::fromLatin1(pairs.left(middle)) + u'\n' + QString::fromLatin1(pairs.mid(middle + 1));
}

QLabel *value(const QString &text, const QString &objectName)
{
    QLabel *label = viewutil::plainLabel(text, objectName);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

CertificateDialog::CertificateDialog(const Subject &subject, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"certificateDialog"_s);
    setWindowTitle(tr("Certificate of %1").arg(subject.host));
    const QSslCertificate certificate(subject.certificate, QSsl::Der);
    const QByteArray fingerprint = certificate.digest(QCryptographicHash::Sha256);
    const QLocale locale;
    const auto day
        = [&](const QDateTime &time) { return locale.toString(time.toLocalTime().date(), QLocale::LongFormat); };

    auto *print = value(readable(fingerprint), u"certificateFingerprint"_s);
    print->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    print->setWordWrap(false);
    auto *form = new QFormLayout(this);
    form->setSpacing(8);
    form->addRow(value(subject.isAnother
                           ? tr("The server shows another certificate than the one you trusted. Somebody may be in "
                                "between. %1")
                                 .arg(subject.problem)
                           : subject.problem,
                       u"certificateProblem"_s));
    form->addRow(tr("Issued to"), value(nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
                                               certificate.subjectInfo(QSslCertificate::Organization)),
                                        u"certificateSubject"_s));
    form->addRow(tr("Names"), value(QStringList(certificate.subjectAlternativeNames().values()).join(u", "_s),
                                    u"certificateNames"_s));
    form->addRow(tr("Issued by"), value(nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                                               certificate.issuerInfo(QSslCertificate::Organization)),
                                        u"certificateIssuer"_s));
    form->addRow(tr("Valid"),
                 value(tr("from %1 to %2").arg(day(certificate.effectiveDate()), day(certificate.expiryDate())),
                       u"certificateValidity"_s));
    form->addRow(tr("SHA-256"), print);
    form->addRow(value(tr("Trust it only if the people who run the server confirm this fingerprint. It then holds for "
                          "this server and this certificate alone."),
                       u"certificateAdvice"_s));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *trust = buttons->addButton(tr("Trust this certificate"), QDialogButtonBox::AcceptRole);
    viewutil::name(trust, u"certificateTrust"_s, trust->text());
    trust->setAutoDefault(false); // never by a stray Enter
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(trust, &QPushButton::clicked, this, [this, fingerprint] {
        emit trusted(fingerprint);
        accept();
    });
    resize(std::max(480, sizeHint().width()), sizeHint().height());
}

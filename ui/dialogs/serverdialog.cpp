// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/serverdialog.h"

#include "app/services/servers.h"
#include "ui/dialogs/certificatedialog.h"
#include "ui/viewutil.h"
#include "ui/widgets/limitsform.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

ServerDialog::ServerDialog(Servers &servers, QNetworkAccessManager &network, Server *existing, QWidget *parent)
    : QDialog(parent)
    , m_servers(servers)
    , m_existingId(existing ? existing->id() : QString())
    , m_check(network)
    , m_name(new QLineEdit)
    , m_address(new QLineEdit)
    , m_key(new QLineEdit)
    , m_limits(new LimitsForm)
    , m_words(viewutil::plainLabel({}, u"serverWords"_s))
    , m_next(new QPushButton)
{
    setObjectName(u"serverDialog"_s);
    setWindowTitle(existing ? tr("Edit server") : tr("Add server"));
    makeLayout();
    if (existing)
        showExisting(*existing);
    for (const QLineEdit *field : {m_address, m_key})
        connect(field, &QLineEdit::textEdited, this, [this] { setStep(Step::Check); });
    connect(m_limits, &LimitsForm::changed, this, &ServerDialog::onEdited);
    connect(m_address, &QLineEdit::textEdited, this, [this] { m_certificate.clear(); }); // it was another server's
    connect(m_next, &QPushButton::clicked, this, &ServerDialog::next);
    connect(&m_check, &ServerCheck::succeeded, this, &ServerDialog::onSucceeded);
    connect(&m_check, &ServerCheck::confirmationNeeded, this, [this](const QUrl &url) {
        setStep(Step::Confirm, tr("%1 is not encrypted: everybody on the way could read the key.").arg(url.host()));
    });
    connect(&m_check, &ServerCheck::keyIsBound, this,
            [this](const QUrl &, const QString &sentence) { setStep(Step::Check, sentence); });
    connect(&m_check, &ServerCheck::failed, this, &ServerDialog::onFailed);
    setStep(Step::Check);
}

void ServerDialog::makeLayout()
{
    viewutil::name(m_name, u"serverName"_s, tr("Name"), tr("How the server is called in the tree"));
    m_name->setPlaceholderText(tr("Acme Cloud"));
    viewutil::name(m_address, u"serverAddress"_s, tr("Address"), tr("The address of the server or of its API"));
    m_address->setPlaceholderText(u"https://api.example.com/v1"_s);
    viewutil::name(m_key, u"serverKey"_s, tr("Key"), tr("A key for the Knowledge API; it is kept in the keychain"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setPlaceholderText(u"dataset-…"_s);
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(2 * fontMetrics().lineSpacing() + 4);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    viewutil::name(m_next, u"serverNext"_s, tr("Check"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_next, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("&Key"), m_key);
    form->addRow(m_limits);
    m_limits->setVisible(!m_existingId.isEmpty()); // those of a new one follow from its version
    form->addRow(m_words);
    form->addRow(buttons);
    m_next->setDefault(true); // only now does the dialog hear of it
    viewutil::alignLabels({form, qobject_cast<const QFormLayout *>(m_limits->layout())});
    const int width = std::max(440, sizeHint().width());
    resize(width, form->totalHeightForWidth(width));
}

void ServerDialog::showExisting(const Server &existing)
{
    const ServerAddress address = m_servers.address(existing);
    m_name->setText(existing.name());
    m_address->setText(address.url.toString());
    m_address->setReadOnly(true); // what was kept of the server would be another's
    viewutil::name(m_address, m_address->objectName(), tr("Address"), tr("Another address is another server: add it"));
    m_certificate = address.certificate;
    m_key->setPlaceholderText(tr("Unchanged"));
    m_limits->setLimits(existing.uploadLimits(), existing.defaultLimits());
    m_key->setFocus();
}

bool ServerDialog::hasNewKey() const
{
    return m_existingId.isEmpty() || !m_key->text().trimmed().isEmpty();
}

void ServerDialog::onEdited()
{
    setStep(m_step, m_step == Step::Check ? QString() : m_words->text());
}

void ServerDialog::next()
{
    switch (m_step) {
    case Step::Check:
        return hasNewKey() ? check() : store();
    case Step::Checking:
        return;
    case Step::Confirm:
        setStep(Step::Checking);
        return m_check.confirm();
    case Step::Untrusted:
        return showCertificate();
    case Step::Found:
        return store();
    }
}

void ServerDialog::check()
{
    const QUrl url = ServerCheck::baseUrlFrom(m_address->text());
    if (!url.isValid())
        return setStep(Step::Check, tr("This is not an address."));
    if (m_key->text().trimmed().isEmpty())
        return setStep(Step::Check, tr("A key is needed. In Dify it is found under Knowledge → API."));
    setStep(Step::Checking);
    m_check.run(url, m_key->text().trimmed().toUtf8(), m_certificate);
}

void ServerDialog::onFailed(const ApiError &error, const QString &sentence)
{
    m_tlsError = error;
    setStep(error.certificate.isEmpty() ? Step::Check : Step::Untrusted, sentence);
}

void ServerDialog::showCertificate()
{
    auto *dialog = new CertificateDialog({.host = ServerCheck::baseUrlFrom(m_address->text()).host(),
                                          .certificate = m_tlsError.certificate,
                                          .problem = m_tlsError.message,
                                          .isAnother = !m_certificate.isEmpty()},
                                         this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CertificateDialog::trusted, this, [this](const QByteArray &fingerprint) {
        m_certificate = fingerprint;
        check();
    });
    dialog->open();
}

void ServerDialog::onSucceeded(const QUrl &url, const QString &version, qint64 datasets)
{
    m_url = url;
    const QString found = tr("%n knowledge base(s)", nullptr, static_cast<int>(datasets));
    setStep(Step::Found, version.isEmpty() ? tr("It answers. Found: %1.").arg(found)
                                           : tr("It answers, version %1. Found: %2.").arg(version, found));
}

void ServerDialog::store()
{
    const QByteArray key = m_key->text().trimmed().toUtf8();
    const QString name = m_name->text().trimmed();
    if (m_existingId.isEmpty())
        m_servers.add(name.isEmpty() ? m_url.host() : name, {m_url, m_certificate}, key);
    if (Server *server = m_servers.find(m_existingId)) {
        m_servers.rename(server, name.isEmpty() ? m_servers.address(*server).url.host() : name);
        m_servers.setLimits(server, m_limits->isDefault() ? std::nullopt : std::optional(m_limits->limits()));
        if (hasNewKey())
            m_servers.changeKey(server, key, m_certificate);
    }
    accept();
}

void ServerDialog::setStep(Step step, const QString &words)
{
    if (step == Step::Check)
        m_check.cancel();
    m_step = step;
    const bool adds = m_existingId.isEmpty();
    const QString wrong = adds ? QString() : m_limits->problem();
    m_words->setText(step == Step::Checking ? tr("Asking the server…") : words.isEmpty() ? wrong : words);
    m_next->setText(step == Step::Confirm     ? tr("Send the key anyway")
                    : step == Step::Untrusted ? tr("Show certificate…")
                    : !hasNewKey()            ? tr("Save")
                    : step != Step::Found     ? tr("Check")
                    : adds                    ? tr("Add server")
                                              : tr("Use this key"));
    m_next->setAccessibleName(m_next->text());
    m_next->setEnabled(step != Step::Checking && wrong.isEmpty());
}
